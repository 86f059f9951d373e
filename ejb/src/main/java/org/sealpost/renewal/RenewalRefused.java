package org.sealpost.renewal;

import java.time.Duration;
import org.sealpost.protocol.NotAuthentic;

/**
 * A renewal was not vouched for. The code tells why: {@code renewal-not-vouched} (no signing key in force signed it),
 * {@code renewal-outdated} (minutes that the clocks may differ), {@code renewal-unknown} (nothing of that kind was
 * prepared).
 */
public final class RenewalRefused extends NotAuthentic {
    private static final long serialVersionUID = 1;

    private RenewalRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static RenewalRefused notVouched() {
        return new RenewalRefused("renewal-not-vouched");
    }

    static RenewalRefused outdated(Duration allowed) {
        return new RenewalRefused("renewal-outdated", allowed.toMinutes());
    }

    static RenewalRefused unknown() {
        return new RenewalRefused("renewal-unknown");
    }
}
