package org.sealpost.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * A key that never leaves its PKCS #11 token: AES-256-GCM under {@value #KEY_NAME}, by the platform's own provider for
 * such tokens, which is configured for this one and never registered with the platform. Logged in for as long as this
 * is open.
 */
public final class HardwareToken implements AutoCloseable {
    /** Name of the key on the token. */
    public static final String KEY_NAME = "sealpost-master";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final Provider provider;
    private final KeyStore objects;

    private HardwareToken(Provider provider, KeyStore objects) {
        this.provider = provider;
        this.objects = objects;
    }

    /**
     * Logs in.
     *
     * @param library the maker's PKCS #11 library
     * @param slot a slot's number, or {@code #} and its place in the library's list
     * @throws TokenRefusal when there is no token or it refuses the PIN
     */
    public static HardwareToken open(Path library, String slot, Passphrase pin) throws TokenRefusal {
        try {
            Provider provider = Optional.ofNullable(Security.getProvider("SunPKCS11"))
                    .orElseThrow(() -> new ProviderException("this Java platform has no PKCS #11 provider"))
                    .configure(configuration(library, slot));
            KeyStore objects = KeyStore.getInstance("PKCS11", provider);
            objects.load(null, pin.expose());
            return new HardwareToken(provider, objects);
        } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException e) {
            throw refusal(e);
        }
    }

    /** The key is for the token alone: it is sensitive, cannot be extracted, and is found again by its name. */
    private static String configuration(Path library, String slot) {
        String place = slot.startsWith("#") ? "slotListIndex = " + slot.substring(1) : "slot = " + slot;
        return "--name = Sealpost\nlibrary = \"" + library + "\"\n" + place
                + "\nattributes(generate, CKO_SECRET_KEY, *) = {"
                + " CKA_SENSITIVE = true CKA_EXTRACTABLE = false CKA_ENCRYPT = true CKA_DECRYPT = true }\n";
    }

    /**
     * Seals a secret; makes the key when the token does not have it.
     *
     * @return 12 bytes of nonce, ciphertext, 16 bytes of tag
     * @throws TokenRefusal when the token does not do it
     */
    public byte[] seal(SecretBytes secret, SecureRandom random) throws TokenRefusal {
        try {
            if (!objects.containsAlias(KEY_NAME)) {
                KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
                generator.init(KEY_BITS);
                objects.setKeyEntry(KEY_NAME, generator.generateKey(), null, null);
            }
            Cipher cipher = Cipher.getInstance(CIPHER, provider);
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            cipher.init(Cipher.ENCRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] ciphertext = cipher.doFinal(secret.expose());
            byte[] sealed = Arrays.copyOf(nonce, NONCE + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, NONCE, ciphertext.length);
            return sealed;
        } catch (GeneralSecurityException | ProviderException e) {
            throw refusal(e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @return the secret, to be closed by the caller
     * @throws TokenRefusal when the token does not do it
     * @throws UnwrapFailed when it was sealed under another key or altered
     */
    public SecretBytes open(byte[] sealed) throws TokenRefusal {
        if (sealed.length < NONCE) {
            throw new UnwrapFailed("token", new AEADBadTagException("too short"));
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER, provider);
            cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            return SecretBytes.taking(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException e) {
            throw new UnwrapFailed("token", e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw refusal(e);
        }
    }

    private SecretKey key() throws GeneralSecurityException {
        Key key = objects.getKey(KEY_NAME, null);
        if (key instanceof SecretKey secret) {
            return secret;
        }
        throw new GeneralSecurityException("the token has no key named " + KEY_NAME);
    }

    private static TokenRefusal refusal(Exception e) {
        boolean wrongPin = false;
        String words = e.getMessage();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            wrongPin |= cause instanceof LoginException
                    || String.valueOf(cause.getMessage()).contains("PIN");
            words = cause.getMessage();
        }
        return new TokenRefusal(words(words), wrongPin, e);
    }

    private static String words(@Nullable String words) {
        return words == null || words.isEmpty() ? "no reason given" : words;
    }

    /** Logs out, so that the next one has to give the PIN again. */
    @Override
    public void close() {
        try {
            if (provider instanceof AuthProvider login) {
                login.logout();
            }
        } catch (LoginException e) {
            throw new IllegalStateException("logging out of the token failed", e);
        }
    }
}
