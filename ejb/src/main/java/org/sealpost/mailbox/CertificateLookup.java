package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.mailbox.AddressBook.Named;
import org.sealpost.mailbox.Standings.Standing;
import org.sealpost.model.MailboxId;
import org.sealpost.sending.RecipientStatus;

/** Recipients with the certificates to seal to, groups as their members. To be called outside of every transaction. */
@ApplicationScoped
class CertificateLookup {
    @Inject
    AddressBook book;

    @Inject
    Standings standings;

    List<SealingRecipient> of(List<String> typed) {
        List<Named> named = typed.stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .map(text -> book.named(text))
                .toList();
        List<MailboxId> ids = named.stream()
                .flatMap(one -> one.people().stream())
                .map(DirectoryEntry::id)
                .distinct()
                .toList();
        Map<MailboxId, Standing> found = standings.of(ids);
        Map<MailboxId, byte[]> certificates = standings.certificates(ids);
        return named.stream()
                .flatMap(one -> recipients(one, found, certificates))
                .toList();
    }

    private static Stream<SealingRecipient> recipients(
            Named named, Map<MailboxId, Standing> found, Map<MailboxId, byte[]> certificates) {
        if (named.entry().isEmpty()) {
            return Stream.of(nobody(named.typed(), named.typed()));
        }
        return Stream.concat(
                named.people().stream()
                        .map(person -> new SealingRecipient(
                                named.typed(),
                                person.address(),
                                person.displayName(),
                                Objects.requireNonNull(found.get(person.id()), "looked up with the others")
                                        .status(),
                                Optional.ofNullable(certificates.get(person.id())))),
                named.without().stream().map(name -> nobody(named.typed(), name)));
    }

    private static SealingRecipient nobody(String typed, String name) {
        return new SealingRecipient(typed, name, name, RecipientStatus.UNKNOWN, Optional.empty());
    }
}
