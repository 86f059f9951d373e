package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sealpost.approval.Explanation;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SealedPackageRepository;

/** Who can open escrowed keys, and what an opening would concern, for those who ask and those who agree. */
@ApplicationScoped
@Transactional
class Quorum {
    @Inject
    KeySharingRepository sharings;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    SealedPackageRepository packages;

    @Inject
    MailboxRepository mailboxes;

    /** How many officers open; 0 while there are none. */
    int needed() {
        return sharings.current().map(sharing -> sharing.size().needed()).orElse(0);
    }

    /** How many keys are in escrow. */
    long keys() {
        return keys.countByVersion().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Address and number of keys of the mailbox that a package is for. */
    Explanation explain(String code, String payload) {
        Optional<SealedPackage> waiting = packages.byId(CaseNumber.of(payload));
        String address = waiting.flatMap(it -> mailboxes.byId(it.mailbox()))
                .map(mailbox -> mailbox.address())
                .orElse("");
        int count = waiting.map(it -> keys.history(it.mailbox()).size()).orElse(0);
        return Explanation.of(code, address, count);
    }

    /** What was proposed for the newest version of the key. */
    KeySharing proposed(String proposal) {
        return sharings.proposed(proposal).stream()
                .reduce((older, newer) -> newer)
                .orElseThrow(OfficersChanged::new);
    }

    /** Who shares the key, and what is sealed to it. */
    Officers view() {
        return Officers.of(sharings.current(), keys.countByVersion());
    }
}
