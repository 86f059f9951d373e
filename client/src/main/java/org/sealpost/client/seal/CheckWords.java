package org.sealpost.client.seal;

import java.time.Instant;
import java.util.Set;
import org.sealpost.client.screen.PersonName;
import org.sealpost.client.screen.Texts;
import org.sealpost.pki.Finding;

/** A check's outcome in the words of the pages. */
final class CheckWords {
    /** Findings whose values are names of certificates. */
    private static final Set<String> NAMING = Set.of(
            "signer-known", "signer-substituted", "chain-trusted", "chain-untrusted", "chain-broken", "crl-missing");

    private final Texts texts;

    CheckWords(Texts texts) {
        this.texts = texts;
    }

    String of(Finding finding) {
        boolean names = NAMING.contains(finding.code());
        Object[] arguments = finding.arguments().stream()
                .map(argument -> names ? PersonName.of(String.valueOf(argument)) : word(argument))
                .toArray();
        return texts.find("finding." + finding.code(), arguments)
                .orElseGet(() -> texts.of("finding.other", finding.code()));
    }

    private Object word(Object argument) {
        return argument instanceof Instant moment ? texts.moment(moment) : String.valueOf(argument);
    }
}
