package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.crypto.EncryptionFormat.AES_128_CBC;
import static org.sealpost.crypto.EncryptionFormat.AES_256_CBC;
import static org.sealpost.crypto.EncryptionFormat.AES_256_GCM;
import static org.sealpost.crypto.EncryptionFormat.CAST_40;
import static org.sealpost.crypto.EncryptionFormat.CAST_64;
import static org.sealpost.crypto.EncryptionFormat.DES;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision table of negotiation. */
class FormatPolicyTest {
    /** Recipients are separated by {@code /}, what each reads by spaces; {@code -} reads nothing, empty is nobody. */
    @ParameterizedTest(name = "{0} {1}>={2}, readers [{3}]: {4}")
    @CsvSource({
        // everybody reads the preferred format
        "MODERN, AES_256_GCM, AES_128_CBC, OWN / OWN, AES_256_GCM",
        "MODERN, AES_256_CBC, AES_128_CBC, OWN / OWN, AES_256_CBC",
        "NORTH_AMERICAN, CAST_64, CAST_40, OWN / OWN, CAST_64",
        "NORTH_AMERICAN, DES, CAST_40, OWN / OWN, DES",
        "LOCALIZED, CAST_40, CAST_40, OWN / OWN, CAST_40",
        // one weaker reader lowers the message for all, not below the floor
        "MODERN, AES_256_GCM, AES_128_CBC, OWN / STANDARD, AES_256_CBC",
        "MODERN, AES_256_GCM, AES_128_CBC, OWN / AES_128_GCM AES_128_CBC, AES_128_GCM",
        "MODERN, AES_256_GCM, AES_128_CBC, OWN / AES_128_CBC, AES_128_CBC",
        "NORTH_AMERICAN, CAST_64, CAST_40, OWN / CAST_40, CAST_40",
        "NORTH_AMERICAN, CAST_64, CAST_40, CAST_64 DES CAST_40 / DES CAST_40, DES",
        // a stronger format than the preferred one is never taken
        "MODERN, AES_128_CBC, AES_128_CBC, OWN, AES_128_CBC",
        "NORTH_AMERICAN, CAST_40, CAST_40, OWN, CAST_40",
        // nobody to read it: the preferred format
        "MODERN, AES_256_GCM, AES_128_CBC, '', AES_256_GCM",
        // below the floor, in another edition, or nothing at all: refused
        "MODERN, AES_256_GCM, AES_256_GCM, OWN / STANDARD, REFUSED",
        "MODERN, AES_256_GCM, AES_256_CBC, OWN / AES_128_CBC, REFUSED",
        "NORTH_AMERICAN, CAST_64, DES, OWN / CAST_40, REFUSED",
        "NORTH_AMERICAN, CAST_64, CAST_40, OWN / STANDARD, REFUSED",
        "LOCALIZED, CAST_40, CAST_40, OWN / STANDARD, REFUSED",
        "MODERN, AES_256_GCM, AES_128_CBC, OWN / CAST_64 DES CAST_40, REFUSED",
        "MODERN, AES_256_GCM, AES_128_CBC, OWN / -, REFUSED",
        // everybody reads something, but nothing in common
        "MODERN, AES_256_GCM, AES_128_CBC, AES_256_GCM / AES_128_CBC, REFUSED"
    })
    void picksTheStrongestFormatThatAllReadWithinThePolicy(
            Edition edition, EncryptionFormat preferred, EncryptionFormat floor, String readers, String outcome) {
        Negotiation negotiation = new FormatPolicy(edition, preferred, floor).negotiate(recipients(readers));
        if (outcome.equals("REFUSED")) {
            assertThat(negotiation).isInstanceOf(Negotiation.Refused.class);
        } else {
            assertThat(negotiation).isEqualTo(new Negotiation.Agreed(EncryptionFormat.valueOf(outcome)));
        }
    }

    private static Map<String, Capabilities> recipients(String readers) {
        Map<String, Capabilities> recipients = new LinkedHashMap<>();
        if (!readers.isEmpty()) {
            for (String reader : readers.split(" / ", -1)) {
                recipients.put("r" + recipients.size() + "@corp.example", capabilities(reader));
            }
        }
        return recipients;
    }

    private static Capabilities capabilities(String reader) {
        return switch (reader) {
            case "OWN" -> Capabilities.OWN;
            case "STANDARD" -> Capabilities.STANDARD;
            case "-" -> Capabilities.parse("");
            default -> Capabilities.parse(reader);
        };
    }

    @Test
    void refusalNamesOnlyThoseThatReadNothingAllowed() {
        Negotiation negotiation = FormatPolicy.of(Edition.MODERN)
                .negotiate(Map.of(
                        "new@corp.example", Capabilities.OWN,
                        "foreign@partner.example", Capabilities.STANDARD,
                        "old@corp.example", Capabilities.of(Edition.LOCALIZED)));
        assertThat(negotiation)
                .isInstanceOfSatisfying(Negotiation.Refused.class, refused -> assertThat(refused.shortfalls())
                        .containsExactly(new Negotiation.Shortfall("old@corp.example", Edition.MODERN.writes())));
    }

    @Test
    void refusalNamesEverybodyThatLacksAFormatWhenEachReadsSome() {
        Map<String, Capabilities> recipients = new LinkedHashMap<>();
        recipients.put("gcm@corp.example", Capabilities.parse("AES_256_GCM"));
        recipients.put("cbc@corp.example", Capabilities.parse("AES_256_CBC"));
        Negotiation negotiation = new FormatPolicy(Edition.MODERN, AES_256_GCM, AES_256_CBC).negotiate(recipients);
        assertThat(negotiation)
                .isInstanceOfSatisfying(Negotiation.Refused.class, refused -> assertThat(refused.shortfalls())
                        .containsExactly(
                                new Negotiation.Shortfall("gcm@corp.example", Set.of(AES_256_CBC)),
                                new Negotiation.Shortfall("cbc@corp.example", Set.of(AES_256_GCM))));
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyEditionHasAPolicyOverAllItWrites(Edition edition) {
        assertThat(FormatPolicy.of(edition).allowed()).isEqualTo(edition.writes());
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyEditionReadsWhatItWrites(Edition edition) {
        assertThat(edition.reads()).containsAll(edition.writes());
    }

    @Test
    void editionsWriteAndReadWhatTheyAlwaysDid() {
        assertThat(Edition.NORTH_AMERICAN.writes()).containsExactly(CAST_64, DES, CAST_40);
        assertThat(Edition.LOCALIZED.reads()).containsExactly(CAST_40);
        assertThat(Edition.MODERN.reads()).isEqualTo(EnumSet.allOf(EncryptionFormat.class));
        assertThat(Edition.MODERN.writes()).noneMatch(EncryptionFormat::historical);
    }

    @Test
    void policyThatItsEditionCannotFollowIsRefused() {
        assertThatThrownBy(() -> new FormatPolicy(Edition.MODERN, CAST_64, CAST_40))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormatPolicy(Edition.NORTH_AMERICAN, CAST_64, AES_128_CBC))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormatPolicy(Edition.MODERN, AES_128_CBC, AES_256_GCM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderOfDeclarationIsOrderOfStrength() {
        assertThat(AES_256_GCM.atLeast(AES_256_GCM)).isTrue();
        assertThat(AES_256_GCM.atLeast(CAST_40)).isTrue();
        assertThat(CAST_40.atLeast(DES)).isFalse();
        assertThat(EncryptionFormat.values())
                .extracting(EncryptionFormat::keyBits)
                .startsWith(256)
                .endsWith(40);
    }

    @Test
    void onlyCounterModeIsAuthenticatedAndOnlyTheFormatsOf1996AreHistorical() {
        assertThat(EnumSet.allOf(EncryptionFormat.class))
                .filteredOn(EncryptionFormat::authenticated)
                .extracting(EncryptionFormat::displayName)
                .containsExactly("AES-256-GCM", "AES-128-GCM");
        assertThat(EnumSet.allOf(EncryptionFormat.class))
                .filteredOn(EncryptionFormat::historical)
                .containsExactly(CAST_64, DES, CAST_40);
    }
}
