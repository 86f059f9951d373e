package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.TokenPurpose;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;
import org.sealpost.settings.ServerConfiguration;

/** The transaction of an enrolment: whatever fails in it, everything is as before, the token included. */
@ApplicationScoped
@Transactional
class Enrolment {
    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    Issuing issuing;

    @Inject
    KeyEscrow escrow;

    @Inject
    KeyRing ring;

    @Inject
    Hpke hpke;

    @Inject
    ServerConfiguration configuration;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** @throws TokenRefused when somebody else spent the token meanwhile */
    EnrolmentReply complete(EnrolmentRequest request, DirectoryEntry entry, PublicKey signingKey, OneTimeToken token) {
        TokenBearer bearer = new TokenBearer(token, TokenCode.parse(request.token()));
        return complete(
                new Redemption(entry, signingKey, bearer, caller.name(), Optional.empty()),
                keys -> keys.sealFor(request, hpke));
    }

    /**
     * As a whole, the answer included.
     *
     * @param answer made in the same transaction; the keys are wiped after it
     * @throws TokenRefused when somebody else spent the token meanwhile
     */
    <T> T complete(Redemption redemption, Function<IssuedKeys, T> answer) {
        Instant now = clock.instant();
        OneTimeToken token = redemption.bearer().token();
        DirectoryEntry entry = redemption.entry();
        if (!tokens.spend(token.id(), now)) {
            throw TokenRefused.spent();
        }
        Mailbox mailbox = mailboxes.lock(entry.id()).orElseThrow(() -> new MailboxNotKnown(entry.id()));
        mailbox.readdress(entry.address());
        mailbox.enable(now);
        redemption
                .program()
                .filter(program -> mailbox.mailProgram() == MailProgram.SEALPOST)
                .ifPresent(mailbox::readWith);
        Issuing.Holder holder = holder(entry, mailbox);
        try (IssuedKeys keys = new IssuedKeys(
                issuing.signing(holder, redemption.signingKey()),
                encryptionKeys(holder, redemption.bearer()),
                authorities())) {
            T made = answer.apply(keys);
            audit.success(redemption.actor(), Act.ENROL, mailbox.label(), describe(keys), Grounds.NONE);
            return made;
        }
    }

    private static Issuing.Holder holder(DirectoryEntry entry, Mailbox mailbox) {
        return new Issuing.Holder(
                entry.id(), new Subject(entry.address()), mailbox.mailProgram().capabilities());
    }

    /** The new key alone, or with a recovery token the new one and the whole history. */
    private List<OwnedKey> encryptionKeys(Issuing.Holder holder, TokenBearer bearer) {
        List<OwnedKey> before = bearer.token().purpose() == TokenPurpose.RECOVER
                ? escrow.unpack(holder.mailbox(), PackagePurpose.RECOVERY, bearer.code())
                : List.of();
        OwnedKey made = issuing.encryption(holder, configuration.encryptionKey());
        return Stream.concat(Stream.of(made), before.stream()).toList();
    }

    private List<X509Certificate> authorities() {
        return List.of(ring.publicKeys().authority());
    }

    private static String describe(IssuedKeys keys) {
        return "signing " + keys.signing().getSerialNumber().toString(16) + ", encryption "
                + keys.encryption().get(0).certificate().getSerialNumber().toString(16) + ", "
                + keys.encryption().size() + " in all";
    }
}
