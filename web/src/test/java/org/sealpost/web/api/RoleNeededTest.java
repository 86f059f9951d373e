package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sealpost.audit.RefusedCalls;
import org.sealpost.model.Act;

class RoleNeededTest {

    @Test
    void theMethodsOwnRolesCountBeforeThoseOfItsClass() {
        assertThat(mayCall(KeyManagerResource.class, "stop", "km-admin")).isTrue();
        assertThat(mayCall(KeyManagerResource.class, "stop", "user")).isFalse();
        assertThat(mayCall(KeyManagerResource.class, "state", "user")).isTrue();
        assertThat(mayCall(MailboxesResource.class, "token", "mailbox-admin")).isTrue();
        assertThat(mayCall(MailboxesResource.class, "token", "km-admin")).isFalse();
        assertThat(mayCall(CertificatesResource.class, "list", "mailbox-admin")).isTrue();
        assertThat(mayCall(CertificatesResource.class, "pem", "mailbox-admin")).isTrue();
        assertThat(mayCall(CertificatesResource.class, "certificate", "user")).isFalse();
        assertThat(mayCall(CertificatesResource.class, "rules", "mailbox-admin"))
                .isFalse();
        assertThat(mayCall(Guarded.class, "open", "")).isTrue();
        assertThat(mayCall(Guarded.class, "closed", "user")).isFalse();
    }

    @Test
    void whatNamesNoRoleIsForNobody() {
        assertThat(mayCall(Object.class, "hashCode", "km-admin")).isFalse();
    }

    @Test
    void refusedVerbsAreRecordedAsWhatTheyAre() {
        assertThat(act(KeyManagerResource.class, "unlock")).isEqualTo(Act.UNLOCK);
        assertThat(act(KeyManagerResource.class, "stop")).isEqualTo(Act.STOP);
        assertThat(act(KeyManagerResource.class, "start")).isEqualTo(Act.START);
        assertThat(act(MailboxesResource.class, "token")).isEqualTo(Act.ENABLE);
        assertThat(act(EnrolmentsResource.class, "enrol")).isEqualTo(Act.ENROL);
        assertThat(act(MailboxesResource.class, "list")).isEqualTo(Act.ACCESS);
    }

    private static boolean mayCall(Class<?> resource, String name, String role) {
        return RoleNeeded.mayCall(of(resource, name), role::equals);
    }

    private static Act act(Class<?> resource, String name) {
        return RefusedCalls.act(of(resource, name).getResourceMethod());
    }

    private static ResourceInfo of(Class<?> resource, String name) {
        Method method = Stream.of(resource.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + Arrays.toString(resource.getMethods())));
        return new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                return method;
            }

            @Override
            public Class<?> getResourceClass() {
                return resource;
            }
        };
    }

    @RolesAllowed("auditor")
    static final class Guarded {
        @PermitAll
        public void open() {}

        public void closed() {}
    }
}
