package org.sealpost.client.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.seal.Correspondents;
import org.sealpost.client.seal.KnownRecipient;
import org.sealpost.client.seal.Sealing;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.MessageComposer;
import org.sealpost.mime.MessageSource;
import org.sealpost.sending.RecipientStatus;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.NothingToSend;
import org.sealpost.sending.SendingDecision.Seal;
import org.sealpost.sending.SendingDecision.SendPlain;
import org.sealpost.sending.SendingOptions;
import org.sealpost.sending.SendingRules;
import org.sealpost.smime.SignatureForm;

/**
 * Sends a letter by the same rules as the web mailbox: what cannot be sealed is asked about, nobody is dropped silently
 * and nothing goes out plain by itself. Blind recipients get a copy each, sealed to them alone.
 */
final class Sending {
    private final Surroundings here;
    private final SecurityFile file;
    private final Posting posting;
    private final @Nullable String format;

    /** @param format name of the format; negotiated without it */
    Sending(Surroundings here, SecurityFile file, Posting posting, @Nullable String format) {
        this.here = here;
        this.file = file;
        this.posting = posting;
        this.format = format;
    }

    /**
     * Sends.
     *
     * @param people everybody, and the sender's own mailbox
     * @throws Refused when the sender cancels or nobody is left
     */
    void send(Letter letter, Correspondents people, SendingOptions options, Question question) throws IOException {
        RecipientStatus sender = status(people, file.mailbox());
        List<KnownRecipient> recipients = people.recipients().stream()
                .filter(one -> letter.everybody().contains(one.typed()))
                .toList();
        Map<String, RecipientStatus> statuses = new LinkedHashMap<>();
        recipients.forEach(one -> statuses.put(one.address(), one.status()));
        SendingDecision decision = decided(sender, statuses, options, question);
        if (decision instanceof SendPlain plain) {
            post(letter, new Seal(plain.recipients(), false, false), people, recipients);
        } else if (decision instanceof Seal seal) {
            post(letter, seal, people, recipients);
        } else {
            throw new Refused(decision instanceof NothingToSend ? "nothing-to-send" : "cancelled");
        }
    }

    private static SendingDecision decided(
            RecipientStatus sender, Map<String, RecipientStatus> statuses, SendingOptions options, Question question) {
        SendingDecision decision = SendingRules.decide(sender, statuses, options, Optional.empty());
        if (decision instanceof SendingDecision.AskPlainOrCancel
                || decision instanceof SendingDecision.AskRemovePlainOrCancel) {
            SendingAnswer answer = question.answer(decision);
            return SendingRules.decide(sender, statuses, options, Optional.of(answer));
        }
        return decision;
    }

    private void post(Letter letter, Seal seal, Correspondents people, List<KnownRecipient> known) throws IOException {
        Set<String> kept = Set.copyOf(seal.recipients());
        List<String> to = Letter.people(letter.to(), known, kept);
        List<String> cc = without(Letter.people(letter.cc(), known, kept), to);
        List<String> bcc = without(without(Letter.people(letter.bcc(), known, kept), to), cc);
        ByteArrayOutputStream composed = new ByteArrayOutputStream();
        new MessageComposer(here.clock(), here.random()).write(letter.addressed(file.mailbox(), known, kept), composed);
        MessageSource message = MessageSource.of(composed.toByteArray());
        if (!seal.encrypt()) {
            posting.post(
                    new Posting.Readers(to, cc, bcc), seal.sign(), seal.sign() ? signed(message) : octets(message));
            return;
        }
        Posting.Readers open = new Posting.Readers(to, cc, List.of());
        if (!open.nobody()) {
            posting.post(open, seal.sign(), sealed(message, people, Stream.concat(to.stream(), cc.stream()), seal));
        }
        for (String blind : bcc) {
            Posting.Readers alone = new Posting.Readers(List.of(), List.of(), List.of(blind));
            posting.post(alone, seal.sign(), sealed(message, people, Stream.of(blind), seal));
        }
    }

    private byte[] sealed(MessageSource message, Correspondents people, Stream<String> readers, Seal seal)
            throws IOException {
        Set<String> some = readers.collect(Collectors.toSet());
        Correspondents those = new Correspondents(
                people.recipients().stream()
                        .filter(one -> some.contains(one.address()))
                        .toList(),
                people.policy());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<SignatureForm> signature = seal.sign() ? Optional.of(SignatureForm.CLEAR) : Optional.empty();
        new Sealing(here, file).encrypt(message, those, format, signature, out);
        return out.toByteArray();
    }

    private byte[] signed(MessageSource message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Sealing(here, file).sign(message, SignatureForm.CLEAR, out);
        return out.toByteArray();
    }

    private static byte[] octets(MessageSource message) throws IOException {
        try (var in = message.open()) {
            return in.readAllBytes();
        }
    }

    private static List<String> without(List<String> people, List<String> others) {
        return people.stream().filter(one -> !others.contains(one)).toList();
    }

    private static RecipientStatus status(Correspondents people, String address) {
        return people.recipients().stream()
                .filter(one -> one.address().equalsIgnoreCase(address))
                .map(KnownRecipient::status)
                .findFirst()
                .orElse(RecipientStatus.UNKNOWN);
    }
}
