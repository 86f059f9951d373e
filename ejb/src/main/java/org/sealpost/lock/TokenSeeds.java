package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.sealpost.crypto.HardwareToken;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.TokenRefusal;
import org.sealpost.settings.TokenConfiguration;

/** The seed under the key on the PKCS #11 token that the configuration names. */
@ApplicationScoped
class TokenSeeds {
    @Inject
    TokenConfiguration configuration;

    @Inject
    SecureRandom random;

    /** How the configuration calls the token. */
    String label() {
        return configuration.label();
    }

    boolean configured() {
        return configuration.library().isPresent();
    }

    /**
     * Seals a seed under the key on the token, which is made when it is not there.
     *
     * @throws TokenUnavailable when no token is configured or it does not answer
     * @throws WrongTokenPin when it refuses the PIN
     */
    byte[] wrap(Passphrase pin, SecretBytes seed) {
        try (HardwareToken token = open(pin)) {
            return token.seal(seed, random);
        } catch (TokenRefusal e) {
            throw told(e);
        }
    }

    /**
     * Opens the seed; throws as {@link #wrap}.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when it was sealed under another key
     */
    SecretBytes unwrap(Passphrase pin, byte[] wrapped) {
        try (HardwareToken token = open(pin)) {
            return token.open(wrapped);
        } catch (TokenRefusal e) {
            throw told(e);
        }
    }

    private HardwareToken open(Passphrase pin) throws TokenRefusal {
        return HardwareToken.open(
                configuration.library().orElseThrow(TokenUnavailable::new), configuration.slot(), pin);
    }

    private static RuntimeException told(TokenRefusal e) {
        return e.wrongPin() ? new WrongTokenPin() : new TokenUnavailable(e);
    }
}
