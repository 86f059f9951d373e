package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;

class ServerConfigurationTest {
    @Test
    void isNoSampleUnlessItIsSaid() {
        ServerConfiguration configuration = ServerConfiguration.from(name -> null);
        assertThat(configuration.sample()).isFalse();
        assertThat(configuration.startupPasswordFile()).isEmpty();
        assertThat(configuration.poolSize()).isEqualTo(8);
        assertThat(configuration.encryptionKey()).isEqualTo(KeyType.RSA_3072);
    }

    @Test
    void takesWhatTheLauncherSays() {
        ServerConfiguration configuration = ServerConfiguration.from(Map.of(
                "sealpost.sample", "true",
                "sealpost.data", "/srv/sealpost",
                "sealpost.http.url", "http://pki.corp.example",
                "sealpost.startup.password.file", "/run/secrets/startup",
                "sealpost.encryption.key", "EC_P384",
                "sealpost.ldap.base.dn", "dc=corp")::get);
        assertThat(configuration.sample()).isTrue();
        assertThat(configuration.poolSize()).isEqualTo(4);
        assertThat(configuration.data()).isEqualTo(Path.of("/srv/sealpost"));
        assertThat(configuration.httpUrl()).isEqualTo(URI.create("http://pki.corp.example"));
        assertThat(configuration.startupPasswordFile()).contains(Path.of("/run/secrets/startup"));
        assertThat(configuration.encryptionKey()).isEqualTo(KeyType.EC_P384);
        assertThat(configuration.directory().baseDn()).isEqualTo("dc=corp");
    }

    @Test
    void blankIsAsGoodAsNotSaid() {
        assertThat(ServerConfiguration.from(name -> " ").startupPasswordFile()).isEmpty();
    }

    @Test
    void theKeyManagersAddressIsInTheDirectorysDomainUnlessItIsSaid() {
        assertThat(ServerConfiguration.from(name -> null).mailDomain()).isEqualTo("corp.example");
        assertThat(withBaseDn("ou=People, DC=north, dc=corp,dc=example").mailDomain())
                .isEqualTo("north.corp.example");
        assertThat(withBaseDn("o=Corp").mailDomain()).isEqualTo("localhost");
        assertThat(ServerConfiguration.from(Map.of("sealpost.mail.domain", "corp.test")::get)
                        .mailDomain())
                .isEqualTo("corp.test");
    }

    private static ServerConfiguration withBaseDn(String dn) {
        return ServerConfiguration.from(Map.of("sealpost.ldap.base.dn", dn)::get);
    }

    @Test
    void certificatesLastAsLongAsTheLauncherSays() {
        CertificateLifetimes standard = ServerConfiguration.from(name -> null).lifetimes();
        assertThat(standard.of(CertificateProfile.SIGNING)).isEqualTo(Period.ofMonths(12));
        assertThat(standard.of(CertificateProfile.ENCRYPTION)).isEqualTo(Period.ofMonths(18));
        CertificateLifetimes chosen = ServerConfiguration.from(
                        Map.of("sealpost.signing.months", "6", "sealpost.encryption.months", "27")::get)
                .lifetimes();
        assertThat(chosen.of(CertificateProfile.SIGNING)).isEqualTo(Period.ofMonths(6));
        assertThat(chosen.of(CertificateProfile.ENCRYPTION)).isEqualTo(Period.ofMonths(27));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "28", "2000000"})
    void refusesALifetimeThatNoRuleAllows(String months) {
        assertThatThrownBy(() -> ServerConfiguration.from(Map.of("sealpost.signing.months", months)::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 27 months");
    }

    @Test
    void refusesAKeyTypeThatIsNotMade() {
        assertThatThrownBy(() -> ServerConfiguration.from(Map.of("sealpost.encryption.key", "RSA_512")::get))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
