package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.Redemption;
import org.sealpost.enrolment.TokenBearers;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.est.CertsOnly;
import org.sealpost.est.EstRequest;
import org.sealpost.est.KeyParts;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.renewal.RenewalService;
import org.sealpost.renewal.VouchedRenewal;

/** The operations of EST, in the same transactions as every other enrolment and renewal. */
@ApplicationScoped
class EstDesk {
    @Inject
    EnrolmentService enrolment;

    @Inject
    RenewalService renewal;

    @Inject
    EstDoor door;

    @Inject
    TokenBearers bearers;

    @Inject
    Deliveries deliveries;

    @Inject
    SigningCertificates certificates;

    @Inject
    KeyRing ring;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    byte[] authorities() {
        return CertsOnly.base64(List.of(ring.publicKeys().authority()));
    }

    /** Certifies the client's signing key for a token; the encryption key waits to be fetched. */
    byte[] enrol(EstLogin login, byte[] body) {
        EstRequest request = EstRequest.parse(providers, body);
        EstDoor.Admitted admitted = door.byToken(login, request.challenge());
        bearers.requireLive(admitted.bearer());
        DirectoryEntry entry = admitted.entry();
        EstDoor.requireSame(request.proven().address(), entry.address());
        Redemption redemption = Redemption.byProgram(entry, request.proven().publicKey(), admitted.bearer());
        return enrolment.redeem(redemption, keys -> enrolled(admitted, keys));
    }

    private byte[] enrolled(EstDoor.Admitted admitted, IssuedKeys keys) {
        deliveries.keep(admitted.bearer(), keys.encryption().get(0));
        return CertsOnly.base64(List.of(keys.signing()));
    }

    /** A follower for the certificate of the same signing key, which signs the request and so vouches for it. */
    byte[] reenrol(EstLogin login, byte[] body) {
        EstRequest request = EstRequest.parse(providers, body);
        DirectoryEntry entry = door.byLogin(login);
        IssuedCertificate voucher =
                certificates.signing(entry.id(), request.proven().publicKey()).orElseThrow(EstRefused::notVouched);
        EstDoor.requireSame(request.proven().address(), entry.address());
        VouchedRenewal wish = new VouchedRenewal(
                entry, voucher.serial(), Optional.of(request.proven().publicKey()), false, entry.address());
        return renewal.prepare(wish, keys -> {
            certificates.confirm(keys.signing(), entry.address());
            return CertsOnly.base64(List.of(keys.signing()));
        });
    }

    /** The encryption key that was made when the token was redeemed. @return to be closed by the caller */
    KeyParts fetchKey(EstLogin login, byte[] body) {
        EstRequest request = EstRequest.parse(providers, body);
        EstDoor.Admitted admitted = door.byToken(login, request.challenge());
        EstDoor.requireSame(request.proven().address(), admitted.entry().address());
        return deliveries.take(admitted.bearer(), key -> {
            certificates.confirm(key.certificate(), admitted.entry().address());
            return KeyParts.of(key, random);
        });
    }
}
