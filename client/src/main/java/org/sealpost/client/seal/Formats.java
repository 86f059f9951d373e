package org.sealpost.client.seal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.Negotiation;

/** Which format a message gets: the strongest that everybody reads, or the one that was asked for. */
public final class Formats implements Iterable<String> {
    /** Names to choose from, for help and completion. */
    @Override
    public Iterator<String> iterator() {
        return Stream.of(EncryptionFormat.values())
                .map(EncryptionFormat::displayName)
                .iterator();
    }

    /**
     * The format.
     *
     * @param wanted the name of one; negotiated without it
     * @throws UsageProblem when there is no format of that name
     * @throws Refused when the organisation does not write it, or somebody does not read it
     */
    static EncryptionFormat choose(@Nullable String wanted, FormatPolicy policy, Map<String, Capabilities> reads) {
        if (wanted == null) {
            return negotiated(policy, reads);
        }
        EncryptionFormat format = named(wanted);
        if (!policy.allowed().contains(format)) {
            throw new Refused("format-not-written", format.displayName(), names(policy.allowed()));
        }
        List<String> lacking = new ArrayList<>();
        reads.forEach((address, one) -> {
            if (!one.formats().contains(format)) {
                lacking.add(address);
            }
        });
        if (!lacking.isEmpty()) {
            throw new Refused("format-not-read", format.displayName(), String.join(", ", lacking));
        }
        return format;
    }

    private static EncryptionFormat negotiated(FormatPolicy policy, Map<String, Capabilities> reads) {
        Negotiation outcome = policy.negotiate(reads);
        if (outcome instanceof Negotiation.Refused refused) {
            String people = refused.shortfalls().stream()
                    .map(Negotiation.Shortfall::address)
                    .collect(Collectors.joining(", "));
            throw new Refused("format-not-read", names(policy.allowed()), people);
        }
        return ((Negotiation.Agreed) outcome).format();
    }

    private static EncryptionFormat named(String wanted) {
        String name = wanted.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(EncryptionFormat.values())
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UsageProblem("format-unknown", wanted, names(List.of(EncryptionFormat.values()))));
    }

    private static String names(Iterable<EncryptionFormat> formats) {
        List<String> names = new ArrayList<>();
        formats.forEach(format -> names.add(format.displayName()));
        return String.join(", ", names);
    }
}
