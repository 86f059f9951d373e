package org.sealpost.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.sending.SendingAnswer.Choice;
import org.sealpost.sending.SendingDecision.AskPlainOrCancel;
import org.sealpost.sending.SendingDecision.AskRemovePlainOrCancel;
import org.sealpost.sending.SendingDecision.Cancelled;
import org.sealpost.sending.SendingDecision.Cause;
import org.sealpost.sending.SendingDecision.NothingToSend;
import org.sealpost.sending.SendingDecision.Seal;
import org.sealpost.sending.SendingDecision.SendPlain;

/**
 * Everything that is known of how sending behaves. Recipients are written as letters: {@code E} enabled, {@code N} not
 * enabled, {@code R} revoked, {@code U} unknown, each with its place, e.g. {@code E1 N2}.
 */
class SendingRulesTest {
    @ParameterizedTest(name = "{index}: {0} to [{1}] {2} {3} {4} -> {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # "If the message sender has Advanced Security enabled and is sending to other users with the features
            #  enabled, the sender will be prompted for a password": sealing to all
            ENABLED     | E1       | encrypt+sign |                 |       | seal E1
            ENABLED     | E1 E2    | encrypt+sign |                 |       | seal E1 E2
            ENABLED     | E1 E2    | encrypt      |                 |       | encrypt E1 E2
            # "If message recipients have the Advanced Security features disabled, the sender has to send the message
            #  unencrypted or Cancel the message"
            ENABLED     | N1       | encrypt+sign |                 |       | ask plain N1
            ENABLED     | N1 N2    | encrypt      |                 |       | ask plain N1 N2
            ENABLED     | R1       | encrypt+sign |                 |       | ask plain R1
            ENABLED     | U1       | encrypt+sign |                 |       | ask plain U1
            ENABLED     | N1 R2 U3 | encrypt      |                 |       | ask plain N1 R2 U3
            ENABLED     | N1       | encrypt      | SEND_UNENCRYPTED| N1    | plain N1
            ENABLED     | N1       | encrypt+sign | SEND_UNENCRYPTED| N1    | sign N1
            ENABLED     | N1       | encrypt+sign | CANCEL          | N1    | cancelled
            # "... some users with Advanced Security enabled and other users with this feature disabled, the sender has
            #  three options": remove those without, unencrypted to all on the list, or cancel
            ENABLED     | E1 N2    | encrypt+sign |                 |       | ask remove N2 of E1
            ENABLED     | N1 E2 R3 | encrypt+sign |                 |       | ask remove N1 R3 of E2
            ENABLED     | E1 N2    | encrypt+sign | REMOVE_NOT_ENABLED | N2 | seal E1
            ENABLED     | N1 E2 E3 | encrypt      | REMOVE_NOT_ENABLED | N1 | encrypt E2 E3
            ENABLED     | E1 N2    | encrypt      | SEND_UNENCRYPTED| N2    | plain E1 N2
            ENABLED     | E1 N2    | encrypt+sign | SEND_UNENCRYPTED| N2    | sign E1 N2
            ENABLED     | E1 N2    | encrypt+sign | CANCEL          | N2    | cancelled
            # "If the message sender has the Advanced Security features disabled, messages are sent unencrypted",
            #  to recipients whether enabled or not
            NOT_ENABLED | E1       | encrypt+sign |                 |       | plain E1
            NOT_ENABLED | E1 N2    | encrypt+sign |                 |       | plain E1 N2
            NOT_ENABLED | N1       | none         |                 |       | plain N1
            NOT_ENABLED | E1       | none         |                 |       | plain E1
            UNKNOWN     | E1 N2    | encrypt+sign |                 |       | plain E1 N2
            # the two options are independent; neither ticked: as any other mail
            ENABLED     | E1 N2    | none         |                 |       | plain E1 N2
            ENABLED     | N1       | none         |                 |       | plain N1
            # signing alone asks nothing about recipients
            ENABLED     | E1       | sign         |                 |       | sign E1
            ENABLED     | E1 N2 U3 | sign         |                 |       | sign E1 N2 U3
            ENABLED     | N1 R2    | sign         |                 |       | sign N1 R2
            # a sender whose certificates are revoked still expects protection: never silently plain
            REVOKED     | E1       | encrypt+sign |                 |       | ask plain, sender revoked
            REVOKED     | E1 N2    | sign         |                 |       | ask plain, sender revoked
            REVOKED     | E1 N2    | encrypt+sign | SEND_UNENCRYPTED|       | plain E1 N2
            REVOKED     | E1 N2    | encrypt+sign | CANCEL          |       | cancelled
            REVOKED     | E1 N2    | encrypt+sign | REMOVE_NOT_ENABLED | N2 | ask plain, sender revoked
            REVOKED     | E1       | none         |                 |       | plain E1
            # the answer is put through the rules again: everybody became enabled, so there is nothing left to ask
            ENABLED     | E1 E2    | encrypt+sign | REMOVE_NOT_ENABLED | E2 | seal E1 E2
            ENABLED     | E1 E2    | encrypt+sign | SEND_UNENCRYPTED| E2    | seal E1 E2
            # somebody else was disabled since: removing counts only for those that the question named
            ENABLED     | E1 N2 N3 | encrypt+sign | REMOVE_NOT_ENABLED | N2 | ask remove N2 N3 of E1
            ENABLED     | N1 N2    | encrypt+sign | REMOVE_NOT_ENABLED | N2 | ask plain N1 N2
            # one of those named was enabled since: only the other is removed
            ENABLED     | E1 E2 N3 | encrypt+sign | REMOVE_NOT_ENABLED | E2 N3 | seal E1 E2
            # nobody left after removing
            ENABLED     | N1 N2    | encrypt+sign | REMOVE_NOT_ENABLED | N1 N2 | nothing N1 N2
            # nobody to send to
            ENABLED     | ''       | encrypt+sign |                 |       | nothing
            NOT_ENABLED | ''       | none         |                 |       | nothing
            REVOKED     | ''       | sign         |                 |       | nothing
            ENABLED     | ''       | encrypt      | CANCEL          |       | cancelled
            """)
    void sendingFollowsTheRules(ArgumentsAccessor row) {
        RecipientStatus sender = row.get(0, RecipientStatus.class);
        String ticked = row.getString(2);
        SendingOptions options = new SendingOptions(ticked.contains("encrypt"), ticked.contains("sign"));
        Optional<SendingAnswer> answer = Optional.ofNullable(row.get(3, Choice.class))
                .map(given -> new SendingAnswer(given, Set.copyOf(words(row.getString(4)))));
        assertThat(inWords(SendingRules.decide(sender, statuses(row.getString(1)), options, answer)))
                .isEqualTo(row.getString(5));
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static Map<String, RecipientStatus> statuses(String recipients) {
        Map<String, RecipientStatus> statuses = new LinkedHashMap<>();
        for (String recipient : words(recipients)) {
            statuses.put(
                    recipient,
                    switch (recipient.charAt(0)) {
                        case 'E' -> RecipientStatus.ENABLED;
                        case 'N' -> RecipientStatus.NOT_ENABLED;
                        case 'R' -> RecipientStatus.REVOKED;
                        default -> RecipientStatus.UNKNOWN;
                    });
        }
        return statuses;
    }

    private static String inWords(SendingDecision decision) {
        if (decision instanceof SendPlain plain) {
            return "plain " + String.join(" ", plain.recipients());
        }
        if (decision instanceof Seal seal) {
            String verb = seal.encrypt() ? seal.sign() ? "seal" : "encrypt" : "sign";
            return verb + " " + String.join(" ", seal.recipients());
        }
        if (decision instanceof AskPlainOrCancel ask) {
            return ask.cause() == Cause.SENDER_REVOKED
                    ? "ask plain, sender revoked"
                    : "ask plain " + String.join(" ", ask.notEnabled());
        }
        if (decision instanceof AskRemovePlainOrCancel ask) {
            return "ask remove " + String.join(" ", ask.notEnabled()) + " of " + String.join(" ", ask.rest());
        }
        if (decision instanceof NothingToSend nothing) {
            return ("nothing " + String.join(" ", nothing.removed())).strip();
        }
        assertThat(decision).isInstanceOf(Cancelled.class);
        return "cancelled";
    }

    @ParameterizedTest
    @EnumSource(RecipientStatus.class)
    void nothingIsEverEncryptedToSomebodyWhoIsNotEnabled(RecipientStatus sender) {
        for (Map<String, RecipientStatus> recipients : allMixes()) {
            for (SendingOptions options : allOptions()) {
                for (Optional<SendingAnswer> answer : allAnswers(recipients)) {
                    SendingDecision decision = SendingRules.decide(sender, recipients, options, answer);
                    if (decision instanceof Seal seal && seal.encrypt()) {
                        assertThat(seal.recipients())
                                .isNotEmpty()
                                .allMatch(one -> recipients.get(one) == RecipientStatus.ENABLED);
                    }
                }
            }
        }
    }

    @Test
    void encryptionThatWasAskedForIsNeverDroppedWithoutTheSendersWord() {
        for (Map<String, RecipientStatus> recipients : allMixes()) {
            for (RecipientStatus sender : List.of(RecipientStatus.ENABLED, RecipientStatus.REVOKED)) {
                SendingDecision decision =
                        SendingRules.decide(sender, recipients, new SendingOptions(true, true), Optional.empty());
                assertThat(decision).isNotInstanceOf(SendPlain.class);
                if (decision instanceof Seal seal) {
                    assertThat(seal.encrypt()).isTrue();
                    assertThat(seal.recipients()).containsExactlyElementsOf(recipients.keySet());
                }
            }
        }
    }

    @Test
    void theSameQuestionIsNeverAskedTwice() {
        for (Map<String, RecipientStatus> recipients : allMixes()) {
            for (SendingOptions options : allOptions()) {
                SendingDecision first =
                        SendingRules.decide(RecipientStatus.ENABLED, recipients, options, Optional.empty());
                Set<String> named = first instanceof AskRemovePlainOrCancel ask
                        ? Set.copyOf(ask.notEnabled())
                        : first instanceof AskPlainOrCancel ask ? Set.copyOf(ask.notEnabled()) : Set.of();
                for (Choice choice : Choice.values()) {
                    SendingDecision second = SendingRules.decide(
                            RecipientStatus.ENABLED,
                            recipients,
                            options,
                            Optional.of(new SendingAnswer(choice, named)));
                    assertThat(second).isNotInstanceOfAny(AskPlainOrCancel.class, AskRemovePlainOrCancel.class);
                }
            }
        }
    }

    private static List<Map<String, RecipientStatus>> allMixes() {
        List<Map<String, RecipientStatus>> mixes = new ArrayList<>();
        for (RecipientStatus first : RecipientStatus.values()) {
            for (RecipientStatus second : RecipientStatus.values()) {
                for (RecipientStatus third : RecipientStatus.values()) {
                    Map<String, RecipientStatus> mix = new LinkedHashMap<>();
                    mix.put("a", first);
                    mix.put("b", second);
                    mix.put("c", third);
                    mixes.add(mix);
                }
            }
        }
        return mixes;
    }

    private static List<SendingOptions> allOptions() {
        return List.of(
                SendingOptions.PLAIN,
                new SendingOptions(true, false),
                new SendingOptions(false, true),
                new SendingOptions(true, true));
    }

    private static List<Optional<SendingAnswer>> allAnswers(Map<String, RecipientStatus> recipients) {
        List<Optional<SendingAnswer>> answers = new ArrayList<>(List.of(Optional.empty()));
        for (Choice choice : Choice.values()) {
            answers.add(Optional.of(new SendingAnswer(choice, recipients.keySet())));
            answers.add(Optional.of(new SendingAnswer(choice, Set.of())));
        }
        return answers;
    }
}
