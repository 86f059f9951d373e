package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.Negotiation;
import org.sealpost.sending.SendingAnswer;
import org.sealpost.sending.SendingDecision;
import org.sealpost.sending.SendingDecision.Seal;
import org.sealpost.sending.SendingOptions;
import org.sealpost.sending.SendingRules;
import org.sealpost.settings.SettingsService;

/** The rules of sending, asked about real people; and a signature where a format does not stop changes by itself. */
@ApplicationScoped
class Decisions {
    @Inject
    SettingsService settings;

    /**
     * Decides what a send does now.
     *
     * @throws UnknownRecipients when the directory does not know somebody
     * @throws NoCommonFormat when no format that may be written is read by everybody
     */
    SendingDecision decide(Addressed addressed, SendingOptions options, Optional<SendingAnswer> answer) {
        List<String> unknown = addressed.unknown();
        if (!unknown.isEmpty()) {
            throw new UnknownRecipients(unknown);
        }
        SendingDecision decision = SendingRules.decide(addressed.senderStatus(), addressed.statuses(), options, answer);
        return decision instanceof Seal seal && seal.encrypt() ? signedIfNeeded(addressed, seal) : decision;
    }

    /** Only authenticated formats are written without a signature inside. */
    private Seal signedIfNeeded(Addressed addressed, Seal seal) {
        FormatPolicy policy = settings.current().policy();
        boolean authenticated = true;
        for (Map<String, Capabilities> copy : addressed.copies(addressed.recipients(seal.recipients()))) {
            Negotiation outcome = policy.negotiate(copy);
            if (outcome instanceof Negotiation.Refused refused) {
                throw new NoCommonFormat(refused.shortfalls());
            }
            authenticated &= outcome instanceof Negotiation.Agreed agreed
                    && agreed.format().authenticated();
        }
        return new Seal(seal.recipients(), true, seal.sign() || !authenticated);
    }
}
