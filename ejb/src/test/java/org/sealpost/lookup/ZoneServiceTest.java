package org.sealpost.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.dane.SmimeaRecord;
import org.sealpost.mime.Address;
import org.sealpost.mime.InvalidAddress;

class ZoneServiceTest {
    private Organisation organisation;

    @BeforeEach
    void open() throws Exception {
        organisation = new Organisation();
    }

    @AfterEach
    void close() {
        organisation.close();
    }

    @Test
    void everybodyInForceHasRecordsForBothCertificates() throws IOException {
        X509Certificate aliceReads = organisation.encryption("alice");
        X509Certificate aliceSigns = organisation.signing("alice");
        X509Certificate revoked = organisation.encryption("bob");
        organisation.revoke(revoked);
        Address alice = Address.of("alice@corp.example");
        String expected = Stream.of(SmimeaRecord.encryption(alice, aliceReads), SmimeaRecord.signing(alice, aliceSigns))
                .flatMap(List::stream)
                .map(SmimeaRecord::zoneText)
                .collect(Collectors.joining());
        assertThat(zone(Optional.empty()))
                .isEqualTo("; S/MIME certificates (RFC 8162) at " + organisation.clock.instant() + "\n" + expected);
    }

    @Test
    void aZoneCanBeOneDomains() throws IOException {
        organisation.encryption("alice");
        organisation.encryption("bob", "bob@sales.corp.example");
        assertThat(zone(Optional.of("corp.example")))
                .contains("._smimecert.corp.example. ")
                .doesNotContain("sales");
        assertThat(zone(Optional.of("sales.corp.example")))
                .contains("._smimecert.sales.corp.example. ")
                .doesNotContain("._smimecert.corp.example.");
        assertThat(zone(Optional.of("else.example")).lines()).hasSize(1);
    }

    @Test
    void aDomainIsReadAsPeopleTypeIt() {
        ZoneService service = organisation.get(ZoneService.class);
        assertThat(service.domain(" Bücher.Example ")).isEqualTo("xn--bcher-kva.example");
        for (String none : List.of("", "a b", "a\nb", "a@b", ".")) {
            assertThatThrownBy(() -> service.domain(none)).as(none).isInstanceOf(InvalidAddress.class);
        }
    }

    @Test
    void administratorsMayTakeTheRecords() {
        assertThat(ZoneService.class.getAnnotation(RolesAllowed.class).value())
                .containsExactlyInAnyOrder("km-admin", "mailbox-admin");
    }

    private String zone(Optional<String> domain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        organisation.get(ZoneService.class).write(domain, out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
