package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.crypto.EncryptionFormat.AES_128_CBC;
import static org.sealpost.crypto.EncryptionFormat.AES_256_CBC;
import static org.sealpost.crypto.EncryptionFormat.AES_256_GCM;
import static org.sealpost.crypto.EncryptionFormat.CAST_64;
import static org.sealpost.jobs.Corp.bcc;
import static org.sealpost.jobs.Corp.id;
import static org.sealpost.jobs.Corp.reads;
import static org.sealpost.jobs.Corp.to;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.jobs.SealingVerdict.InTheWay;
import org.sealpost.jobs.SealingVerdict.SealableCopy;
import org.sealpost.model.JobReason;
import org.sealpost.model.MailboxId;

class SealingCheckTest {
    private final Map<MailboxId, Reader> readers = new HashMap<>(Map.of(
            id("alice"), reader(Capabilities.OWN),
            id("bob"), reader(Capabilities.OWN),
            id("carol"), reader(Capabilities.OWN)));
    private FormatPolicy policy = new FormatPolicy(Edition.MODERN, AES_256_GCM, AES_256_CBC);
    private boolean signed = true;

    @Test
    void everyCopyHasTheStrongestFormatOfThoseWhoShareIt() {
        readers.put(id("carol"), reader(reads(AES_256_CBC, AES_128_CBC)));

        assertThat(check().of(List.of(to("bob"), bcc("carol"))))
                .isEqualTo(new SealingVerdict.Sealable(List.of(
                        new SealableCopy(new Copy(true, List.of(to("bob"))), AES_256_GCM),
                        new SealableCopy(new Copy(false, List.of(bcc("carol"))), AES_256_CBC))));
    }

    @Test
    void whoeverHasNoCertificateIsNamedAndCanBeRemoved() {
        readers.remove(id("carol"));

        assertThat(check().of(List.of(to("bob"), to("carol"), bcc("dave"))))
                .isEqualTo(new InTheWay(
                        new JobReason("not-sealable", "carol@corp.example, dave@corp.example"),
                        Set.of(id("carol"), id("dave"))));
    }

    @Test
    void whenNobodyWouldBeLeftRemovingIsNoChoice() {
        readers.remove(id("bob"));

        assertThat(check().of(List.of(to("bob"))))
                .isEqualTo(new InTheWay(new JobReason("not-sealable", "bob@corp.example"), Set.of()));
    }

    @Test
    void aSenderWithoutACertificateIsInTheWayOfEverything() {
        readers.remove(id("alice"));
        readers.remove(id("carol"));

        assertThat(check().of(List.of(to("bob"), to("carol"))))
                .isEqualTo(new InTheWay(new JobReason("sender-not-sealable", "alice@corp.example"), Set.of()));
    }

    @Test
    void whoeverReadsNoFormatAboveTheFloorIsNamedWithTheFormats() {
        readers.put(id("carol"), reader(reads(AES_128_CBC)));

        assertThat(check().of(List.of(to("bob"), to("carol"))))
                .isEqualTo(new InTheWay(
                        new JobReason("no-common-format", "carol@corp.example (AES-256-GCM, AES-256-CBC)"),
                        Set.of(id("carol"))));
    }

    @Test
    void whenTheSenderReadsNoAllowedFormatRemovingRecipientsIsNoChoice() {
        readers.put(id("alice"), reader(reads(AES_128_CBC)));

        assertThat(check().of(List.of(to("bob"), to("carol")))).isInstanceOfSatisfying(InTheWay.class, inTheWay -> {
            assertThat(inTheWay.reason().detail()).startsWith("alice@corp.example");
            assertThat(inTheWay.removable()).isEmpty();
        });
    }

    @Test
    void aHistoricalFormatNeedsASignatureInside() {
        policy = new FormatPolicy(Edition.NORTH_AMERICAN, CAST_64, CAST_64);

        assertThat(check().of(List.of(to("bob")))).isInstanceOf(SealingVerdict.Sealable.class);
        signed = false;
        assertThat(check().of(List.of(to("bob"))))
                .isEqualTo(new InTheWay(new JobReason("signature-needed", "CAST-64"), Set.of()));
    }

    private static Reader reader(Capabilities reads) {
        return new Reader(reads, "RSA");
    }

    private SealingCheck check() {
        return new SealingCheck(policy, Corp.sender("alice"), signed, readers);
    }
}
