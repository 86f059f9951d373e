package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyCrossing;
import org.sealpost.escrow.KeyCrossing.Coming;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.ImportRepository;
import org.sealpost.model.ImportVerb;
import org.sealpost.model.ImportedMailbox;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxImport;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxVerb;
import org.sealpost.model.MovedCertificate;
import org.sealpost.model.MovedCertificateRepository;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.Certificates;
import org.sealpost.recovery.OpeningAct;
import org.sealpost.recovery.Openings;

/**
 * Takes mailboxes with their key history in. Each key is opened once and compared with its certificate before it goes into
 * escrow, so that a receipt says what is so; a mailbox with a key that does not open is left out as a whole.
 */
@ApplicationScoped
class ImportAct implements OpeningAct {
    @Inject
    ImportRepository imports;

    @Inject
    ImportReader reader;

    @Inject
    Arrivals arrivals;

    @Inject
    KeyCrossing crossing;

    @Inject
    Openings openings;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    MovedCertificateRepository certificates;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.IMPORT_MAILBOXES;
    }

    @Override
    public int leastPeople() {
        return openings.needed();
    }

    @Override
    public Explanation explain(String payload) {
        long id = Long.parseLong(payload);
        MailboxImport looked = imports.byId(id).orElseThrow(() -> NoSuchTransfer.ofImport(id));
        List<ImportedMailbox> taken = taken(id);
        return Explanation.of(
                "import-mailboxes",
                taken.size(),
                ExportAct.named(taken.stream().map(ImportedMailbox::address).toList()),
                looked.organisation(),
                looked.authority().grouped());
    }

    @Override
    public void check(String payload) {
        long id = Long.parseLong(payload);
        imports.byId(id).orElseThrow(() -> NoSuchTransfer.ofImport(id)).check(ImportVerb.TAKE_IN);
        if (taken(id).isEmpty()) {
            throw ImportRefused.nobody(id);
        }
    }

    private List<ImportedMailbox> taken(long id) {
        return imports.mailboxes(id).stream().filter(one -> one.state().taken()).toList();
    }

    @Override
    public List<EscrowedKey> toOpen(ApprovalRequest request) {
        long id = Long.parseLong(request.terms().payload());
        return keys(reader.read(id).values());
    }

    private static List<EscrowedKey> keys(Iterable<Arriving> all) {
        List<EscrowedKey> keys = new ArrayList<>();
        all.forEach(one -> one.keys().stream().map(Coming::key).forEach(keys::add));
        return keys;
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        long id = Long.parseLong(request.terms().payload());
        MailboxImport looked = imports.lock(id).orElseThrow(() -> NoSuchTransfer.ofImport(id));
        looked.check(ImportVerb.TAKE_IN);
        Map<Integer, Arriving> coming = reader.read(id);
        Contributed contributed = openings.gathered(request, keys(coming.values()));
        int arrived = 0;
        for (ImportedMailbox one : taken(id)) {
            ArrivalState outcome = Optional.ofNullable(coming.get(one.position()))
                    .map(arriving -> takeIn(one, looked, arriving, contributed))
                    .orElse(ArrivalState.DAMAGED);
            one.become(outcome);
            arrived += outcome == ArrivalState.ARRIVED ? 1 : 0;
        }
        if (arrived == 0) {
            throw ImportRefused.nobody(id);
        }
        looked.move(ImportVerb.TAKE_IN, clock.instant());
        imports.forget(id);
        return new Done(
                Act.IMPORT_MAILBOXES,
                request.terms().subject(),
                arrived + " of " + coming.size() + " mailboxes, of " + looked.authority());
    }

    /** Compared anew: what was found may have changed while people agreed. */
    private ArrivalState takeIn(ImportedMailbox one, MailboxImport looked, Arriving arriving, Contributed contributed) {
        Optional<Mailbox> known = mailboxes.lock(one.mailbox());
        ArrivalState state = arrivals.judge(arriving, false, true);
        if (!state.taken()) {
            return state;
        }
        Optional<List<EscrowedKey>> opened = crossing.open(arrivals.fresh(arriving), contributed);
        if (opened.isEmpty()) {
            return ArrivalState.NOT_OPENED;
        }
        Instant now = clock.instant();
        Mailbox mailbox = known.orElseGet(() -> added(new Mailbox(one.mailbox(), one.address(), now)));
        arriving.keys().stream()
                .filter(arrivals::certificateMissing)
                .map(key -> new MovedCertificate(
                        key.key().serial(), one.mailbox(), looked.id(), Certificates.der(key.certificate())))
                .forEach(certificates::add);
        crossing.keep(opened.get());
        if (mailbox.state().allows(MailboxVerb.ARRIVE)) {
            mailbox.arrive(now);
        }
        return ArrivalState.ARRIVED;
    }

    private Mailbox added(Mailbox mailbox) {
        mailboxes.add(mailbox);
        return mailbox;
    }
}
