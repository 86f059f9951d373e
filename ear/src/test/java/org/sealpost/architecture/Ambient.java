package org.sealpost.architecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.util.Set;

/** What a class can take from its surroundings without being given it. */
final class Ambient {
    private static final Set<String> RANDOM =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    private Ambient() {}

    /** {@code Instant.now()} and its like without a clock, the system's clocks and counters. */
    static boolean readsClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        boolean now = owner.startsWith("java.time.")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean clock = owner.equals("java.time.Clock") && call.getName().startsWith("system");
        boolean millis = owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        boolean random = owner.equals("java.lang.Math") && call.getName().equals("random");
        return now || clock || millis || random;
    }

    static boolean makesRandomness(JavaCall<?> call) {
        return RANDOM.contains(call.getTargetOwner().getFullName());
    }

    static boolean isScreen(JavaFieldAccess access) {
        String name = access.getName();
        return access.getTargetOwner().getFullName().equals("java.lang.System")
                && (name.equals("out") || name.equals("err"));
    }
}
