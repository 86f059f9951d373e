package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.certification.Voucher.ByCertificate;
import org.sealpost.cmp.CertificateAsk;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.cmp.CmpReply;
import org.sealpost.cmp.KeyEnvelope;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.model.CertificateState;
import org.sealpost.model.CmpTransaction.Awaited;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.OwnedKey;
import org.sealpost.renewal.RenewalService;
import org.sealpost.renewal.VouchedRenewal;

/**
 * New keys by CMP, vouched for by the signing key in force. A new encryption key comes sealed to the encryption
 * certificate in force, whose key its owner has: a signing key is for signing only.
 */
@ApplicationScoped
class CmpRenewal {
    @Inject
    RenewalService renewal;

    @Inject
    SigningCertificates certificates;

    @Inject
    Mailboxes mailboxes;

    @Inject
    CmpTransactions transactions;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    byte[] answer(Exchange exchange, ByCertificate voucher) {
        Wish wish = Wish.of(exchange.message().content().certificates(providers));
        transactions.requireNew(exchange.message());
        MailboxId mailbox = voucher.certificate().mailbox();
        wish.own().ifPresent(ask -> requireReplaceable(ask, mailbox, CertificateProfile.SIGNING));
        wish.made().ifPresent(ask -> requireReplaceable(ask, mailbox, CertificateProfile.ENCRYPTION));
        DirectoryEntry entry = mailboxes.entry(mailbox);
        wish.requireFor(entry.address());
        VouchedRenewal renewed = new VouchedRenewal(
                entry,
                voucher.certificate().serial(),
                wish.signingKey(),
                wish.made().isPresent(),
                entry.address());
        return renewal.prepare(renewed, keys -> granted(exchange, voucher, wish, keys));
    }

    /** What is to be replaced, if the wish names it, is the mailbox's own, of the right kind and in force. */
    private void requireReplaceable(CertificateAsk ask, MailboxId mailbox, CertificateProfile profile) {
        boolean right = ask.replaces()
                .map(serial -> certificates
                        .of(mailbox, serial)
                        .filter(one -> one.profile() == profile && one.state() == CertificateState.ISSUED)
                        .isPresent())
                .orElse(true);
        if (!right) {
            throw new CmpRefused(CmpFailure.BAD_CERT_ID, "cmp-old-certificate");
        }
    }

    private byte[] granted(Exchange exchange, ByCertificate voucher, Wish wish, IssuedKeys keys) {
        CmpReply reply = exchange.reply();
        List<Awaited> given = new ArrayList<>();
        for (CertificateAsk ask : wish.all()) {
            X509Certificate certificate =
                    ask.key().isPresent() ? own(ask, keys, reply) : made(ask, keys, reply, exchange, voucher);
            given.add(new Awaited(ask.id(), Serial.of(certificate.getSerialNumber())));
        }
        transactions.begin(exchange, voucher, given, reply);
        return reply.protect(exchange.signer());
    }

    private static X509Certificate own(CertificateAsk ask, IssuedKeys keys, CmpReply reply) {
        reply.give(ask.id(), keys.signing());
        return keys.signing();
    }

    private X509Certificate made(
            CertificateAsk ask, IssuedKeys keys, CmpReply reply, Exchange exchange, ByCertificate voucher) {
        OwnedKey key = keys.encryption().get(0);
        X509Certificate recipient = certificates
                .encryption(voucher.certificate().mailbox())
                .orElseThrow(() -> new CmpRefused(CmpFailure.BAD_CERT_ID, "cmp-nothing-to-seal-to"));
        reply.give(ask.id(), key, new KeyEnvelope(providers, random, exchange.signer()), recipient);
        return key.certificate();
    }
}
