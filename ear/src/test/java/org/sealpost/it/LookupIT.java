package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.pki.Certificates;
import org.sealpost.server.Command;

/** Other people's programs find alice's certificate by her address, in every way that there is, and seal to it. */
@ExtendWith(SharedServer.Giver.class)
class LookupIT {
    private static final String ALICE = "/pki/certificates?address=Alice@corp.example";

    /** What Thunderbird asks for as long as somebody types, and the attributes that it shows. */
    private static final String[] COMPLETION = {
        "-s",
        "sub",
        "-z",
        "100",
        "(&(objectclass=*)(|(cn=ali*)(mail=ali*)(sn=ali*)))",
        "givenName",
        "sn",
        "cn",
        "displayName",
        "mail",
        "mozillaNickname",
        "objectClass"
    };

    private final SharedServer shared;
    private final Stranger stranger;
    private final byte[] alices;
    private final byte[] key;

    LookupIT(SharedServer shared, @TempDir Path folder) throws Exception {
        this.shared = shared;
        this.stranger = new Stranger(shared.server(), folder);
        try (Passphrase password = Passphrase.copyOf(Setting.ALICES);
                SecurityFile file = new SecurityFileStore(Providers.best(), new SecureRandom())
                        .open(Files.readAllBytes(shared.alicesFile()), password)) {
            alices = Certificates.der(file.currentEncryption().certificate());
            key = file.currentEncryption().privateKey().getEncoded();
            new Witness(folder, file.currentEncryption().certificate()); // leaves ca.pem in the folder
        }
    }

    @BeforeEach
    void know() {
        stranger.write("alice.der", alices);
    }

    @Test
    void whoeverKnowsTheAddressGetsTheCertificateAsTextAndBinary() {
        assertThat(stranger.curl("alice.pem", ALICE)).isEqualTo("200");
        assertThat(Certificates.der(Certificates.parse(stranger.read("alice.pem"))))
                .isEqualTo(alices);
        assertThat(stranger.openssl("verify", "-purpose", "smimeencrypt", "-CAfile", "@ca.pem", "@alice.pem"))
                .contains("alice.pem: OK");
        assertThat(stranger.curl("alice.cer", ALICE, "--header", "Accept: application/pkix-cert"))
                .isEqualTo("200");
        assertThat(stranger.read("alice.cer")).isEqualTo(alices);
        assertThat(stranger.curl("alice.p7c", ALICE, "--header", "Accept: application/pkcs7-mime"))
                .isEqualTo("200");
        assertThat(stranger.openssl("pkcs7", "-inform", "DER", "-in", "@alice.p7c", "-print_certs"))
                .contains("alice@corp.example")
                .containsPattern("(?s)BEGIN CERTIFICATE.*BEGIN CERTIFICATE");
    }

    @Test
    void aStrangersCardHasNoNameAndThatOfSomebodyWithALoginHasOne() {
        assertThat(stranger.curl("stranger.vcf", ALICE, "--header", "Accept: text/vcard"))
                .isEqualTo("200");
        assertThat(card("stranger.vcf")).contains("FN:alice@corp.example\r\n").doesNotContain("Archer");
        String path = "/api/v1/recipients/card?address=alice@corp.example";
        assertThat(stranger.curl("alice.vcf", path)).isEqualTo("401");
        assertThat(stranger.curl("alice.vcf", path, "--user", "bob:bob-sample")).isEqualTo("200");
        assertThat(card("alice.vcf"))
                .contains("VERSION:4.0\r\n", "FN:Alice Archer\r\n", "N:Archer;Alice;;;\r\n")
                .contains("EMAIL:alice@corp.example\r\n");
    }

    /** The card without its line breaks, after a look at the certificate in it. */
    private String card(String file) {
        String text = stranger.text(file).replace("\r\n ", "");
        Matcher certificate =
                Pattern.compile("KEY:data:application/pkix-cert;base64,(\\S+)").matcher(text.replace("\\,", ","));
        assertThat(certificate.find()).as(text).isTrue();
        assertThat(Base64.getDecoder().decode(certificate.group(1))).isEqualTo(alices);
        return text;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pki/certificates?address=haddad@corp.example|404", // nobody has enabled it
                "/pki/certificates?address=nobody@corp.example|404",
                "/pki/certificates?address=sales@corp.example|404", // a group
                "/pki/certificates?address=ali*|404",
                "/pki/certificates?address=alice@corp.example&address=bob@corp.example|400",
                "/pki/certificates|400"
            })
    void everythingElseIsAnsweredWithoutWords(String path, String status) {
        assertThat(stranger.curl("nothing", path, "--globoff")).isEqualTo(status);
        assertThat(stranger.text("nothing")).doesNotContain("haddad", "CERTIFICATE");
    }

    @Test
    void nothingIsAnsweredWithoutTls() {
        String https = shared.server().url();
        String http = "http://localhost:" + (Integer.parseInt(https.substring(https.lastIndexOf(':') + 1)) - 363);
        assertThat(Command.run(Map.of(), List.of("curl", "--silent", http + ALICE))
                        .output())
                .doesNotContain("CERTIFICATE");
    }

    @Test
    void mailThatIsSealedToWhatWasFoundOpensWithTheSecurityFile() {
        stranger.curl("alice.pem", ALICE);
        stranger.write("letter.txt", "The geese have come back.\n");
        stranger.openssl("cms", "-encrypt", "-aes256", "-in", "@letter.txt", "-out", "@sealed.eml", "@alice.pem");
        stranger.write("key.der", key);
        assertThat(stranger.openssl("cms", "-decrypt", "-in", "@sealed.eml", "-inkey", "@key.der", "-keyform", "DER"))
                .contains("The geese have come back.");
    }

    @Test
    void anAdministratorTakesTheRecordsForTheDomainNameSystem() throws Exception {
        String path = "/api/v1/certificates/smimea";
        assertThat(stranger.curl("all.zone", path, "--user", "alice:alice-sample"))
                .isEqualTo("403");
        assertThat(stranger.curl("all.zone", path, "--user", "admin:admin-sample"))
                .isEqualTo("200");
        byte[] name = MessageDigest.getInstance("SHA-256").digest("alice".getBytes(StandardCharsets.UTF_8));
        String owner = HexFormat.of().formatHex(name, 0, 28) + "._smimecert.corp.example.";
        Matcher whole = Pattern.compile(Pattern.quote(owner) + " 3600 IN SMIMEA 3 0 0 \\(([0-9a-f\\s]+)\\)")
                .matcher(stranger.text("all.zone"));
        assertThat(whole.find()).as(stranger.text("all.zone")).isTrue();
        assertThat(HexFormat.of().parseHex(whole.group(1).replaceAll("\\s", "")))
                .isEqualTo(alices);
        assertThat(stranger.text("all.zone")).containsPattern(owner + " 3600 IN SMIMEA 3 1 1 [0-9a-f]{64}\n");

        assertThat(stranger.curl("one.zone", path + "?domain=CORP.example", "--user", "admin:admin-sample"))
                .isEqualTo("200");
        assertThat(stranger.text("one.zone")).contains(owner);
        assertThat(stranger.curl("none.zone", path + "?domain=other.example", "--user", "admin:admin-sample"))
                .isEqualTo("200");
        assertThat(stranger.text("none.zone")).startsWith("; ").doesNotContain("SMIMEA ");
        assertThat(stranger.curl("bad.zone", path + "?domain=a%20b", "--user", "admin:admin-sample"))
                .isEqualTo("422");
    }

    @Test
    void aMailProgramCompletesANameAndFetchesTheCertificate() {
        Command completed = stranger.ldapsearch("bob", COMPLETION);
        assertThat(completed.status()).as(completed.output()).isZero();
        assertThat(completed.output())
                .contains("dn: mail=alice@corp.example,dc=corp,dc=example\n", "cn: Alice Archer\n")
                .contains("sn: Archer\n", "givenName: Alice\n", "mail: alice@corp.example\n")
                .doesNotContain("userCertificate", "bob");

        Command fetched = stranger.ldapsearch("bob", "-z", "2", "(mail=alice@corp.example)", "usercertificate;binary");
        assertThat(fetched.status()).as(fetched.output()).isZero();
        stranger.keep(fetched, "userCertificate;binary", "found.cer");
        assertThat(stranger.read("found.cer")).isEqualTo(alices);
        stranger.openssl("x509", "-inform", "DER", "-in", "@found.cer", "-out", "@found.pem");
        assertThat(stranger.openssl("x509", "-in", "@found.pem", "-noout", "-email"))
                .contains("alice@corp.example");
        assertThat(stranger.openssl("verify", "-purpose", "smimeencrypt", "-CAfile", "@ca.pem", "@found.pem"))
                .contains("found.pem: OK");
        Command both = stranger.ldapsearch("bob@corp.example", "(mail=alice@corp.example)", "userSMIMECertificate");
        stranger.keep(both, "userSMIMECertificate;binary", "found.p7c");
        assertThat(stranger.openssl("pkcs7", "-inform", "DER", "-in", "@found.p7c", "-print_certs"))
                .containsPattern("(?s)BEGIN CERTIFICATE.*BEGIN CERTIFICATE");
    }

    @Test
    void theAddressBookShowsNobodyElseAndNobodyToWhoeverHasNoLogin() {
        assertThat(stranger.ldapsearch("bob", "(mail=haddad@corp.example)").output())
                .isBlank();
        Command everybody = stranger.ldapsearch("bob", "(objectclass=*)");
        assertThat(everybody.status()).isEqualTo(11);
        assertThat(everybody.output()).contains("Administrative limit exceeded").doesNotContain("dn: mail=");
        Command anonymous =
                stranger.ldap("ldapsearch", "", "", List.of("-b", "dc=corp,dc=example", "(mail=alice@corp.example)"));
        assertThat(anonymous.status()).as(anonymous.output()).isEqualTo(48);
        Command wrong = stranger.ldap("ldapsearch", "bob", "wrong", List.of("-b", "", "-s", "base"));
        assertThat(wrong.status()).as(wrong.output()).isEqualTo(49);
        Command written =
                stranger.ldap("ldapdelete", "bob", "bob-sample", List.of("mail=alice@corp.example,dc=corp,dc=example"));
        assertThat(written.status()).as(written.output()).isEqualTo(53);
    }
}
