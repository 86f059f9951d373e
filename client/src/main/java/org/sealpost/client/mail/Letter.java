package org.sealpost.client.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.client.seal.KnownRecipient;
import org.sealpost.mime.Address;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.OutgoingMessage;
import org.sealpost.mime.ThreadLinks;

/**
 * A message before it is known to whom it can go.
 *
 * @param to addresses as given, people and groups
 * @param cc likewise
 * @param bcc likewise
 */
record Letter(
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String text,
        List<OutgoingAttachment> attachments,
        ThreadLinks links) {
    Letter {
        to = specs(to);
        cc = specs(cc);
        bcc = specs(bcc);
        attachments = List.copyOf(attachments);
    }

    private static List<String> specs(Collection<String> typed) {
        return typed.stream().map(one -> Address.parse(one).spec()).distinct().toList();
    }

    /** Everybody, as given. */
    List<String> everybody() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).distinct().toList();
    }

    /** The people of a field that are left, each at the first place where they stand. */
    static List<String> people(List<String> field, List<KnownRecipient> known, Collection<String> kept) {
        return known.stream()
                .filter(one -> field.contains(one.typed()) && kept.contains(one.address()))
                .map(KnownRecipient::address)
                .toList();
    }

    /** The message, with the people that are left and the groups under their own address. */
    OutgoingMessage addressed(String author, List<KnownRecipient> known, Collection<String> kept) {
        return new OutgoingMessage(
                Address.of(author),
                header(to, known, kept),
                header(cc, known, kept),
                subject,
                text,
                attachments,
                links);
    }

    private static List<Address> header(List<String> field, List<KnownRecipient> known, Collection<String> kept) {
        List<Address> header = new ArrayList<>();
        for (String typed : field) {
            known.stream()
                    .filter(one -> one.typed().equals(typed) && one.address().equalsIgnoreCase(typed))
                    .findFirst()
                    .ifPresentOrElse(
                            person -> {
                                if (kept.contains(person.address())) {
                                    header.add(Address.of(
                                            person.name().equals(person.address()) ? "" : person.name(),
                                            person.address()));
                                }
                            },
                            () -> header.add(Address.of(typed)));
        }
        return header;
    }
}
