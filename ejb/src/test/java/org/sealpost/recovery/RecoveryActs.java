package org.sealpost.recovery;

import java.util.stream.Stream;
import org.sealpost.assembly.Assembly;

/** The acts of this package, for tests of other packages. */
public final class RecoveryActs {
    private RecoveryActs() {}

    /** As the container finds them by itself. */
    public static void of(Assembly assembly) {
        Stream.of(RecoverAct.class, ReleaseAct.class, NameOfficersAct.class, RotateAct.class)
                .forEach(assembly::get);
    }
}
