package org.sealpost.renewal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lease.Lease;
import org.sealpost.settings.Migrations;

/** Every morning, for whomever the directory gives the role at that moment. */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class DigestSweep {
    private static final String ROLE = "mailbox-admin";

    @Inject
    Lease lease;

    @Inject
    Directory directory;

    @Inject
    Digest digest;

    @Schedule(hour = "6", minute = "5", persistent = false)
    void tell() {
        lease.ifHeld(this::tellAll);
    }

    private void tellAll() {
        for (DirectoryEntry administrator : directory.holders(ROLE)) {
            digest.tell(administrator.id(), directory.roles(administrator.id()));
        }
    }
}
