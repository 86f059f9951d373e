package org.sealpost.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;

/**
 * How this server was started. Read once from the system properties that the launcher sets from the environment.
 *
 * @param data folder of everything the server keeps outside its database
 * @param sample whether this is the sample organisation, which sets itself up; never so in production
 * @param publicUrl address of the pages
 * @param httpUrl plain address under which the revocation list and the authority's certificate are published: it goes
 *     into every certificate
 * @param startupPasswordFile where the start-up password lies, if the Key Manager is to unlock itself at start
 * @param organisation name that a set-up proposes
 * @param language in which the Key Manager writes to people whose own language it cannot know: English or German
 * @param mailDomain domain of the Key Manager's own address
 * @param poolSize encryption pairs that are kept made ahead, 0 to 1 000
 * @param encryptionKey key type of the encryption pairs: RSA for every mail program, EC for new ones only
 * @param lifetimes for how long new certificates are valid
 * @param passwordMinutes for how long the web mailbox may remember a password whose owner asks for it, 0 (never) to 120
 * @param directory the corporate directory
 */
public record ServerConfiguration(
        Path data,
        boolean sample,
        URI publicUrl,
        URI httpUrl,
        Optional<Path> startupPasswordFile,
        String organisation,
        Locale language,
        String mailDomain,
        int poolSize,
        KeyType encryptionKey,
        CertificateLifetimes lifetimes,
        int passwordMinutes,
        DirectoryConfiguration directory) {
    private static final int MOST_PASSWORD_MINUTES = 120;
    private static final String BASE_DN = "sealpost.ldap.base.dn";
    private static final String SAMPLE_BASE_DN = "dc=corp,dc=example";
    private static final Pattern DOMAIN_COMPONENT = Pattern.compile("(?i)(?:^|,)\\s*dc\\s*=\\s*([a-z0-9-]+)");

    /** Reads the properties, most of them with a default that suits a first try on one machine. */
    public static ServerConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        boolean sample = Boolean.parseBoolean(settings.text("sealpost.sample", "false"));
        return new ServerConfiguration(
                Path.of(settings.text("sealpost.data", "data")),
                sample,
                URI.create(settings.text("sealpost.public.url", "https://localhost:8443")),
                URI.create(settings.text("sealpost.http.url", "http://localhost:8080")),
                settings.given("sealpost.startup.password.file").map(Path::of),
                settings.text("sealpost.organisation", "Sealpost Sample"),
                Locale.forLanguageTag(settings.text("sealpost.language", "en")),
                settings.given("sealpost.mail.domain").orElseGet(() -> domain(settings.text(BASE_DN, SAMPLE_BASE_DN))),
                Integer.parseInt(settings.text("sealpost.key.pool", sample ? "4" : "8")),
                KeyType.valueOf(settings.text("sealpost.encryption.key", KeyType.RSA_3072.name())),
                new CertificateLifetimes(
                        months(settings, "sealpost.signing.months", CertificateProfile.SIGNING),
                        months(settings, "sealpost.encryption.months", CertificateProfile.ENCRYPTION)),
                passwordMinutes(settings),
                directory(settings));
    }

    private static Period months(Settings settings, String name, CertificateProfile profile) {
        String standard = String.valueOf(profile.lifetime().toTotalMonths());
        return Period.ofMonths(Integer.parseInt(settings.text(name, standard)));
    }

    private static int passwordMinutes(Settings settings) {
        int minutes = Integer.parseInt(settings.text("sealpost.password.minutes", "15"));
        if (minutes < 0 || minutes > MOST_PASSWORD_MINUTES) {
            throw new IllegalArgumentException("sealpost.password.minutes: 0 to " + MOST_PASSWORD_MINUTES);
        }
        return minutes;
    }

    /** {@code dc=corp,dc=example} names the domain corp.example (RFC 2247). */
    private static String domain(String baseDn) {
        String domain = DOMAIN_COMPONENT
                .matcher(baseDn)
                .results()
                .map(component -> component.group(1))
                .collect(Collectors.joining("."));
        return domain.isEmpty() ? "localhost" : domain;
    }

    private static DirectoryConfiguration directory(Settings settings) {
        String base = settings.text(BASE_DN, SAMPLE_BASE_DN);
        return new DirectoryConfiguration(
                settings.text("sealpost.ldap.url", "ldap://127.0.0.1:10389"),
                settings.given("sealpost.ldap.bind.dn"),
                settings.given("sealpost.ldap.bind.password.file").map(Path::of),
                base,
                settings.text("sealpost.ldap.people.filter", "(objectClass=inetOrgPerson)"),
                settings.text("sealpost.ldap.roles.dn", "ou=roles," + base),
                settings.given("sealpost.ldap.login.attribute"),
                settings.text("sealpost.ldap.kind", "openldap"),
                Boolean.parseBoolean(settings.text("sealpost.ldap.starttls", "false")),
                settings.given("sealpost.ldap.trust.file").map(Path::of));
    }

    /**
     * The corporate directory.
     *
     * @param url {@code ldap://} or {@code ldaps://} with host and port
     * @param bindDn who reads the directory; anonymous when empty
     * @param bindPasswordFile where that one's password lies
     * @param baseDn below which everything is searched
     * @param peopleFilter which entries are mailboxes of people
     * @param rolesDn below which the groups lie whose common names are the roles
     * @param loginAttribute which attribute holds the login name; that of the kind when empty
     * @param kind how the directory names things: {@code openldap} or {@code active-directory}
     * @param startTls whether an {@code ldap://} connection is turned into TLS before anything is said
     * @param trustedCertificates PEM file with the directory's authority; those of the Java platform when empty
     */
    public record DirectoryConfiguration(
            String url,
            Optional<String> bindDn,
            Optional<Path> bindPasswordFile,
            String baseDn,
            String peopleFilter,
            String rolesDn,
            Optional<String> loginAttribute,
            String kind,
            boolean startTls,
            Optional<Path> trustedCertificates) {}
}
