package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RevocationListServletTest {

    @Test
    void aListIsKeptForAnHourAtMostSoThatRevocationsAreSeen() {
        assertThat(RevocationListServlet.kept(Duration.ofHours(24))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aListIsNeverKeptBeyondItsOwnEnd() {
        assertThat(RevocationListServlet.kept(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aListThatIsOverIsNotKeptAtAll() {
        assertThat(RevocationListServlet.kept(Duration.ofMinutes(-5))).isZero();
    }
}
