package org.sealpost.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;

class StepUpTest {
    private final TestClock clock = new TestClock();
    private String login = "ada";
    private final Assembly assembly = KeyManagers.assembly(Assembly.freshH2(), clock, new Caller(() -> login));
    private final StepUpService service = assembly.get(StepUpService.class);
    private final StepUpGuard guard = assembly.get(StepUpGuard.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void withoutAProofNothingHappens() {
        assertThatThrownBy(this::act).isInstanceOf(StepUpNeeded.class);
        assertThat(service.left()).isZero();
    }

    @Test
    void aProofCountsForFiveMinutesAndNoLonger() throws Exception {
        prove("ada-sample");
        assertThat(act()).isEqualTo("done");
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(act()).isEqualTo("done");
        clock.pass(Duration.ofMillis(1));
        assertThatThrownBy(this::act).isInstanceOf(StepUpNeeded.class);
    }

    @Test
    void itCanBeForgottenAtOnce() {
        prove("ada-sample");
        assertThat(service.left()).isEqualTo(Duration.ofMinutes(5));
        service.forget();
        assertThat(service.left()).isZero();
        assertThatThrownBy(this::act).isInstanceOf(StepUpNeeded.class);
    }

    @Test
    void aClockThatIsSetBackProlongsNothing() {
        prove("ada-sample");
        clock.pass(Duration.ofHours(-2));
        assertThatThrownBy(this::act).isInstanceOf(StepUpNeeded.class);
    }

    @Test
    void aProofIsOnePersonsAndNotTheSessions() {
        prove("ada-sample");
        login = "bob";
        assertThatThrownBy(this::act).isInstanceOf(StepUpNeeded.class);
    }

    @Test
    void wrongPasswordsMakeTheNextTryWaitLongerAndLonger() {
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThatThrownBy(() -> prove("wrong"))
                    .isInstanceOfSatisfying(WrongOwnPassword.class, wrong -> assertThat(wrong.arguments())
                            .containsExactly(wait));
            assertThatThrownBy(() -> prove("ada-sample")).isInstanceOf(ProofTooSoon.class);
            clock.pass(Duration.ofSeconds(wait));
        }
        prove("ada-sample");
        assertThatThrownBy(() -> prove("wrong"))
                .isInstanceOfSatisfying(WrongOwnPassword.class, wrong -> assertThat(wrong.arguments())
                        .containsExactly(1L));
    }

    @Test
    void anotherPersonNeedNotWaitForIt() {
        assertThatThrownBy(() -> prove("wrong")).isInstanceOf(WrongOwnPassword.class);
        login = "bob";
        prove("bob-sample");
        assertThat(service.left()).isPositive();
    }

    @Test
    void whatCameWithTheRequestCountsForItAloneAndIsLookedAt() throws Exception {
        ProofOffer offer = assembly.get(ProofOffer.class);
        offer.offer(Passphrase.copyOf("ada-sample"));
        assertThat(act()).isEqualTo("done");
        assertThat(service.left()).isZero();
        offer.offer(Passphrase.copyOf("stolen session"));
        prove("ada-sample");
        assertThatThrownBy(this::act).isInstanceOf(WrongOwnPassword.class);
        offer.close();
        assertThat(act()).isEqualTo("done");
    }

    @Test
    void aBearerTokenIsNoProofNotEvenInASessionThatHasOne() {
        prove("ada-sample");
        ProofOffer offer = assembly.get(ProofOffer.class);
        offer.nothingButAToken();
        assertThatThrownBy(this::act).isInstanceOf(TokenIsNoProof.class);
        offer.offer(Passphrase.copyOf("ada-sample"));
        assertThatThrownBy(this::act).isInstanceOf(TokenIsNoProof.class);
    }

    @Test
    void aProofLeavesAnEntryWithoutThePassword() {
        prove("ada-sample");
        assertThat(assembly.get(AuditRepository.class)
                        .page(AuditQuery.ALL, Optional.empty(), 5)
                        .rows())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.said().act()).isEqualTo(Act.STEP_UP);
                    assertThat(entry.said().details()).isEmpty();
                });
    }

    private void prove(String password) {
        try (Passphrase typed = Passphrase.copyOf(password)) {
            assembly.run(() -> service.prove(typed));
        }
    }

    private @Nullable Object act() throws Exception {
        return guard.guard((InvocationContext) Proxy.newProxyInstance(
                StepUpTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> method.getName().equals("proceed") ? "done" : ""));
    }
}
