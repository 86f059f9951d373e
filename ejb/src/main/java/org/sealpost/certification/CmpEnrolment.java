package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.certification.Voucher.ByToken;
import org.sealpost.cmp.CertificateAsk;
import org.sealpost.cmp.CmpReply;
import org.sealpost.cmp.KeyEnvelope;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.Redemption;
import org.sealpost.enrolment.TokenBearers;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.model.CmpTransaction.Awaited;
import org.sealpost.model.Serial;
import org.sealpost.pki.OwnedKey;

/**
 * Redeeming a token by CMP. One message may ask for both certificates: for the program's own signing key, and for a pair
 * that the Key Manager makes. A program that can ask for one at a time asks for its signing certificate first, which
 * redeems the token, and fetches the encryption key with a second message under the same token.
 */
@ApplicationScoped
class CmpEnrolment {
    @Inject
    EnrolmentService enrolment;

    @Inject
    TokenBearers bearers;

    @Inject
    Mailboxes mailboxes;

    @Inject
    Deliveries deliveries;

    @Inject
    CmpTransactions transactions;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    byte[] answer(Exchange exchange, ByToken voucher) {
        Wish wish = Wish.of(exchange.message().content().certificates(providers));
        transactions.requireNew(exchange.message());
        if (wish.own().isEmpty()) {
            BigInteger id = wish.made().orElseThrow().id();
            return deliveries.take(voucher.bearer(), key -> fetched(exchange, voucher, id, key));
        }
        bearers.requireLive(voucher.bearer());
        DirectoryEntry entry = mailboxes.entry(voucher.bearer().token().mailbox());
        wish.requireFor(entry.address());
        Redemption redemption = Redemption.byProgram(entry, wish.signingKey().orElseThrow(), voucher.bearer());
        return enrolment.redeem(redemption, keys -> granted(exchange, voucher, wish, keys));
    }

    private byte[] granted(Exchange exchange, ByToken voucher, Wish wish, IssuedKeys keys) {
        CmpReply reply = exchange.reply();
        OwnedKey encryption = keys.encryption().get(0);
        List<Awaited> given = new ArrayList<>();
        for (CertificateAsk ask : wish.all()) {
            if (ask.key().isPresent()) {
                reply.give(ask.id(), keys.signing());
                given.add(awaited(ask, keys.signing()));
            } else {
                reply.give(ask.id(), encryption, envelope(exchange), voucher.mac());
                given.add(awaited(ask, encryption.certificate()));
            }
        }
        if (wish.made().isEmpty()) {
            deliveries.keep(voucher.bearer(), encryption);
        }
        transactions.begin(exchange, voucher, given, reply);
        return reply.protect(voucher.mac());
    }

    private byte[] fetched(Exchange exchange, ByToken voucher, BigInteger id, OwnedKey key) {
        CmpReply reply = exchange.reply().give(id, key, envelope(exchange), voucher.mac());
        Awaited given = new Awaited(id, Serial.of(key.certificate().getSerialNumber()));
        transactions.begin(exchange, voucher, List.of(given), reply);
        return reply.protect(voucher.mac());
    }

    private static Awaited awaited(CertificateAsk ask, X509Certificate certificate) {
        return new Awaited(ask.id(), Serial.of(certificate.getSerialNumber()));
    }

    private KeyEnvelope envelope(Exchange exchange) {
        return new KeyEnvelope(providers, random, exchange.signer());
    }
}
