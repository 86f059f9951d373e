package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.jobs.Corp.bcc;
import static org.sealpost.jobs.Corp.cc;
import static org.sealpost.jobs.Corp.id;
import static org.sealpost.jobs.Corp.to;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Capabilities;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.MailboxId;

class CopyTest {
    private final Map<MailboxId, Reader> readers = Stream.of("alice", "bob", "carol", "dave", "erin", "frank")
            .collect(Collectors.toMap(Corp::id, name -> new Reader(Capabilities.OWN, "RSA")));

    @Test
    void encryptedTheNamedRecipientsShareTheSendersCopyAndEachBlindOneHasAnother() {
        assertThat(apart(List.of(bcc("dave"), to("bob"), cc("carol"), bcc("erin"))))
                .containsExactly(
                        new Copy(true, List.of(to("bob"), cc("carol"))),
                        new Copy(false, List.of(bcc("dave"))),
                        new Copy(false, List.of(bcc("erin"))));
    }

    @Test
    void unencryptedEverybodySharesOneCopy() {
        assertThat(Copy.together(List.of(to("bob"), bcc("dave"))))
                .containsExactly(new Copy(true, List.of(to("bob"), bcc("dave"))));
    }

    @Test
    void whoeverIsNamedOpenlyAndBlindlyGetsItOnceOpenly() {
        assertThat(apart(List.of(bcc("bob"), to("bob"), cc("bob"))))
                .containsExactly(new Copy(true, List.of(to("bob"))));
        assertThat(Copy.together(List.of(bcc("bob"), to("bob")))).containsExactly(new Copy(true, List.of(to("bob"))));
    }

    @Test
    void peopleWhoReadHereShareACopyWhateverKindTheirKeysAreOf() {
        readers.put(id("carol"), new Reader(Capabilities.OWN, "EC"));
        assertThat(apart(List.of(to("bob"), cc("carol"))))
                .containsExactly(new Copy(true, List.of(to("bob"), cc("carol"))));
    }

    @Test
    void whereSomebodyReadsElsewhereThereIsACopyForEachKindOfKey() {
        readers.put(id("bob"), new Reader(Capabilities.STANDARD, "RSA"));
        readers.put(id("carol"), new Reader(Capabilities.OWN, "EC"));
        assertThat(apart(List.of(to("bob"), cc("carol"), to("frank"), bcc("dave"))))
                .containsExactly(
                        new Copy(true, List.of(to("bob"), to("frank"))),
                        new Copy(false, List.of(cc("carol"))),
                        new Copy(false, List.of(bcc("dave"))));
    }

    @Test
    void aSenderWhoReadsElsewhereWithAnotherKindOfKeyHasACopyAlone() {
        readers.put(id("alice"), new Reader(Capabilities.STANDARD, "EC"));
        assertThat(apart(List.of(to("bob"))))
                .containsExactly(new Copy(true, List.of()), new Copy(false, List.of(to("bob"))));
    }

    @Test
    void withBlindRecipientsOnlyTheSendersCopyIsTheirsAlone() {
        assertThat(apart(List.of(bcc("bob"))))
                .containsExactly(new Copy(true, List.of()), new Copy(false, List.of(bcc("bob"))));
    }

    private List<Copy> apart(List<JobRecipient> recipients) {
        return Copy.apart(id("alice"), recipients, readers);
    }
}
