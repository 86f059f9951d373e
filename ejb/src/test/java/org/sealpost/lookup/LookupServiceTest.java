package org.sealpost.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.directory.DirectoryUnavailable;
import org.sealpost.lock.KeyRing;
import org.sealpost.settings.LookupConfiguration;

class LookupServiceTest {
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
    void whoeverKnowsAnAddressGetsItsNewestCertificate() {
        organisation.encryption("alice");
        organisation.clock.pass(Duration.ofDays(1));
        X509Certificate newest = organisation.encryption("alice");
        X509Certificate authority = organisation.get(KeyRing.class).publicKeys().authority();
        assertThat(service().encryption("Alice@CORP.example"))
                .contains(new FoundCertificate("alice@corp.example", newest, authority));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@corp.example", // in the directory, not enabled
                "nobody@corp.example",
                "alice",
                "ali*",
                "alice@corp.example)(uid=*",
                "sales@corp.example", // a group
                "",
                "a@b@c"
            })
    void everythingElseIsUnknown(String address) {
        organisation.encryption("alice");
        assertThat(service().encryption(address)).isEmpty();
    }

    @Test
    void aCertificateThatIsRevokedOrOverIsGivenToNobody() {
        X509Certificate revoked = organisation.encryption("alice");
        organisation.revoke(revoked);
        assertThat(service().encryption("alice@corp.example")).isEmpty();
        organisation.encryption("bob");
        organisation.clock.pass(Duration.ofDays(2000));
        assertThat(service().encryption("bob@corp.example")).isEmpty();
    }

    @Test
    void aCertificateForAnAddressThatTheMailboxHadOnceIsNotGivenForItsNewOne() {
        organisation.encryption("alice", "alice.before@corp.example");
        assertThat(service().encryption("alice@corp.example")).isEmpty();
        assertThat(service().encryption("alice.before@corp.example")).isEmpty();
    }

    @Test
    void anOrganisationThatAnswersNobodyKnowsNoAddress() {
        organisation.encryption("alice");
        LookupService service = organisation.closed().get(LookupService.class);
        assertThat(service.open()).isFalse();
        assertThat(service.encryption("alice@corp.example")).isEmpty();
    }

    @Test
    void aDirectoryThatIsDownIsNotTheSameAsAnUnknownAddress() {
        organisation.people.close();
        assertThatThrownBy(() -> service().encryption("alice@corp.example")).isInstanceOf(DirectoryUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({",,false", "true,,true", "true,false,false", "false,true,true", ",anybody,false"})
    void strangersAreAnsweredInTheSampleOrWhenItIsSaid(String sample, String publish, boolean answered) {
        assertThat(LookupConfiguration.from(name -> name.equals("sealpost.sample") ? sample : publish)
                        .byEverybody())
                .isEqualTo(answered);
    }

    private LookupService service() {
        return organisation.get(LookupService.class);
    }
}
