package org.sealpost.bulk;

import java.util.List;
import java.util.Optional;
import org.sealpost.assembly.Assembly;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkRun;

/** What the container does around each step of a run. */
final class TransactionalSteps extends BulkSteps {
    private final Assembly assembly;
    private final BulkSteps steps;

    TransactionalSteps(Assembly assembly, BulkSteps steps) {
        this.assembly = assembly;
        this.steps = steps;
    }

    @Override
    List<BulkRun> underWay() {
        return assembly.inTransaction(steps::underWay);
    }

    @Override
    List<BulkItem> next(long run, int limit) {
        return assembly.inTransaction(() -> steps.next(run, limit));
    }

    @Override
    boolean take(BulkItem.Key key, Optional<DirectoryEntry> found) {
        return assembly.inTransaction(() -> steps.take(key, found));
    }

    @Override
    void fail(BulkItem.Key key, String code) {
        assembly.run(() -> steps.fail(key, code));
    }

    @Override
    void finish(long id) {
        assembly.run(() -> steps.finish(id));
    }

    @Override
    void wipeOld() {
        assembly.run(steps::wipeOld);
    }
}
