package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SealedPackageRepository;
import org.sealpost.model.TokenTerms;
import org.sealpost.protocol.TokenCode;

/** Hands tokens out and takes them back; each call is one transaction with its entry in the log. */
@ApplicationScoped
@Transactional
public class TokenDesk {
    /** How long a token can be redeemed. */
    static final Duration LIFETIME = Duration.ofHours(72);

    @Inject
    MailboxRepository mailboxes;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    SealedTokens sealedTokens;

    @Inject
    SealedPackageRepository packages;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Hands a token out by one of the mailbox's verbs; an older token dies.
     *
     * @param verb what to do to the mailbox, which refuses it in a wrong state
     */
    IssuedToken handOut(DirectoryEntry entry, Act act, BiFunction<Mailbox, TokenTerms, OneTimeToken> verb) {
        return handOut(entry, act, verb, caller.name());
    }

    /**
     * Enables a mailbox in the caller's transaction, for what goes on after its administrator has left.
     *
     * @param administrator login name of who asked for it
     * @throws org.sealpost.model.WrongMailboxState when the mailbox is in a wrong state
     */
    public IssuedToken enable(DirectoryEntry entry, String administrator) {
        return handOut(entry, Act.ENABLE, Mailbox::issueToken, administrator);
    }

    private IssuedToken handOut(
            DirectoryEntry entry, Act act, BiFunction<Mailbox, TokenTerms, OneTimeToken> verb, String administrator) {
        TokenCode code = TokenCode.generate(random);
        Instant now = clock.instant();
        TokenTerms terms = new TokenTerms(code.hash(), administrator, now, now.plus(LIFETIME));
        Mailbox mailbox = mailboxes.lock(entry.id()).orElseGet(() -> added(entry, now));
        mailbox.readdress(entry.address());
        OneTimeToken token = verb.apply(mailbox, terms);
        sealedTokens.seal(token, code);
        tokens.replaceLive(token);
        audit.success(administrator, act, mailbox.label(), "valid until " + terms.expiresAt(), Grounds.NONE);
        return new IssuedToken(entry.address(), code.text(), terms.expiresAt());
    }

    void withdraw(MailboxId id) {
        Instant now = clock.instant();
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        mailbox.withdrawToken(now);
        tokens.withdrawLive(id, now);
        packages.of(id, PackagePurpose.RECOVERY).stream()
                .filter(each -> each.filledAt().isPresent())
                .forEach(packages::remove);
        audit.success(Act.WITHDRAW_TOKEN, mailbox.label(), "");
    }

    private Mailbox added(DirectoryEntry entry, Instant now) {
        Mailbox mailbox = new Mailbox(entry.id(), entry.address(), now);
        mailboxes.add(mailbox);
        return mailbox;
    }
}
