package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sealpost.escrow.EscrowCertificates;
import org.sealpost.escrow.KeyCrossing.Coming;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Serial;
import org.sealpost.pki.Certificates;
import org.sealpost.transfer.MovedMailbox;
import org.sealpost.transfer.TransferFile;

/** Compares what a file brings with what is here. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Arrivals {
    @Inject
    EscrowedKeyRepository keys;

    @Inject
    EscrowCertificates certificates;

    /**
     * What was found of a mailbox.
     *
     * @param arriving empty when it is damaged
     */
    record Found(MovedMailbox moved, Optional<Arriving> arriving, ArrivalState state) {}

    /**
     * Looks at every mailbox, in the order of the file.
     *
     * @param escrowVersion version of the escrow key that it is sealed to
     * @param known whether the directory has a person with that id
     */
    List<Found> look(TransferFile file, int escrowVersion, Predicate<MailboxId> known) {
        Set<String> seen = new HashSet<>();
        List<Found> found = new ArrayList<>();
        for (MovedMailbox moved : file.mailboxes()) {
            Optional<Arriving> arriving = Arriving.read(moved, escrowVersion);
            boolean again = !seen.add(moved.id());
            ArrivalState state = arriving.map(one -> judge(one, again, known.test(one.mailbox())))
                    .orElse(ArrivalState.DAMAGED);
            found.add(new Found(moved, arriving, state));
        }
        return found;
    }

    ArrivalState judge(Arriving arriving, boolean again, boolean known) {
        int here = (int) arriving.keys().stream().filter(this::here).count();
        boolean conflict = arriving.keys().stream().anyMatch(this::conflicts);
        int all = keys.history(arriving.mailbox()).size();
        return new ArrivalFacts(true, again, known, conflict, arriving.keys().size(), here, all - here).judge();
    }

    /** Those that are not in escrow yet. */
    List<Coming> fresh(Arriving arriving) {
        return arriving.keys().stream().filter(key -> !here(key)).toList();
    }

    /** Whether a certificate of that number has to be kept, because none is. */
    boolean certificateMissing(Coming key) {
        return certificates.find(key.key().serial()).isEmpty();
    }

    private boolean here(Coming key) {
        return keys.bySerial(key.key().serial())
                .filter(kept -> kept.mailbox().equals(key.key().mailbox()))
                .isPresent();
    }

    private boolean conflicts(Coming key) {
        Serial serial = key.key().serial();
        boolean anothers = keys.bySerial(serial)
                .map(EscrowedKey::mailbox)
                .filter(mailbox -> !mailbox.equals(key.key().mailbox()))
                .isPresent();
        boolean another = certificates
                .find(serial)
                .filter(kept -> !Arrays.equals(kept, Certificates.der(key.certificate())))
                .isPresent();
        return anothers || another;
    }
}
