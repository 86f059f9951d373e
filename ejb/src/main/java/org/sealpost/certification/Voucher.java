package org.sealpost.certification;

import java.util.Optional;
import org.sealpost.cmp.CmpMac;
import org.sealpost.cmp.CmpProtection;
import org.sealpost.cmp.CmpSigner;
import org.sealpost.enrolment.TokenBearer;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MailboxId;

/** What vouches for a message. */
sealed interface Voucher extends AutoCloseable {
    /** Nothing does: good enough for what everybody may know. */
    record Nobody() implements Voucher {
        @Override
        public String name() {
            return "";
        }

        @Override
        public Optional<MailboxId> mailbox() {
            return Optional.empty();
        }

        @Override
        public CmpProtection protection(CmpSigner own) {
            return own;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /** A token, by a MAC under it. Closing wipes it. */
    record ByToken(TokenBearer bearer, CmpMac mac) implements Voucher {
        @Override
        public String name() {
            return bearer.token().id().toString();
        }

        @Override
        public Optional<MailboxId> mailbox() {
            return Optional.of(bearer.token().mailbox());
        }

        @Override
        public CmpProtection protection(CmpSigner own) {
            return mac;
        }

        @Override
        public void close() {
            mac.close();
        }
    }

    /** A signing certificate in force, by a signature. */
    record ByCertificate(IssuedCertificate certificate) implements Voucher {
        @Override
        public String name() {
            return certificate.serial().value();
        }

        @Override
        public Optional<MailboxId> mailbox() {
            return Optional.of(certificate.mailbox());
        }

        @Override
        public CmpProtection protection(CmpSigner own) {
            return own;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /** Token's id or certificate's serial number: the same voucher has to confirm what it was given. */
    String name();

    /** Whose it is. */
    Optional<MailboxId> mailbox();

    /** What protects the answer. */
    CmpProtection protection(CmpSigner own);

    @Override
    void close();
}
