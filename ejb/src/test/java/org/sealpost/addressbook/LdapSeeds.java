package org.sealpost.addressbook;

import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.UnbindRequestProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Good requests to begin with, and what was found wrong once. */
final class LdapSeeds {
    private static final Path FINDINGS = Path.of("src", "test", "resources", "fuzz", "ldap");

    private LdapSeeds() {}

    /** Writes all of them into a folder, for Jazzer. */
    public static void main(String... arguments) throws IOException, LDAPException {
        Path folder = Files.createDirectories(Path.of(arguments[0], "LDAP"));
        int number = 0;
        for (byte[] seed : good()) {
            Files.write(folder.resolve("seed-" + number++), seed);
        }
        for (Path finding : findings()) {
            Files.copy(finding, folder.resolve(finding.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static List<byte[]> good() throws LDAPException {
        List<byte[]> seeds = new ArrayList<>();
        for (String filter : List.of(
                "(mail=bob@corp.example)",
                "(|(cn=bo*)(mail=*bo*)(sn=*bo)(givenName=b*o*b))",
                "(&(objectClass=person)(!(sn~=baker))(mail>=a)(cn<=z))",
                "(cn:dn:2.4.6.8.10:=bob)",
                "(userCertificate;binary=*)")) {
            seeds.add(message(search(RunningBook.BASE, SearchScope.SUB, filter)));
        }
        seeds.add(message(search("mail=bob@corp.example,dc=corp,dc=example", SearchScope.BASE, "(objectClass=*)")));
        seeds.add(message(search("", SearchScope.BASE, "(objectClass=*)")));
        seeds.add(message(
                search(RunningBook.BASE, SearchScope.ONE, "(cn=bob*)"), new SimplePagedResultsControl(10, true)));
        seeds.add(message(new BindRequestProtocolOp("uid=bob,dc=corp,dc=example", "bob-sample")));
        seeds.add(message(new BindRequestProtocolOp("", "PLAIN", null)));
        seeds.add(message(new DeleteRequestProtocolOp("cn=x")));
        seeds.add(message(new AddRequestProtocolOp("cn=x", List.of(new Attribute("cn", "x")))));
        seeds.add(message(new ExtendedRequestProtocolOp("1.3.6.1.4.1.1466.20037", null)));
        seeds.add(message(new UnbindRequestProtocolOp()));
        return seeds;
    }

    static List<Path> findings() throws IOException {
        if (!Files.isDirectory(FINDINGS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FINDINGS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("finding-"))
                    .sorted()
                    .toList();
        }
    }

    private static SearchRequestProtocolOp search(String base, SearchScope scope, String filter) throws LDAPException {
        return new SearchRequestProtocolOp(
                base,
                scope,
                DereferencePolicy.NEVER,
                10,
                5,
                false,
                Filter.create(filter),
                List.of("cn", "mail", "userCertificate;binary"));
    }

    private static byte[] message(ProtocolOp request, Control... controls) {
        return new LDAPMessage(2, request, controls).encode().encode();
    }
}
