package org.sealpost.jobs;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.audit.Audited;
import org.sealpost.audit.Caller;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.Act;
import org.sealpost.model.JobState;
import org.sealpost.model.Page;

/**
 * Jobs for people: senders see and decide about their own, administrators of the Key Manager and of mailboxes see all
 * of them and can retry and cancel; what becomes of a held message is its sender's decision alone.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobService {
    @Inject
    JobDesk desk;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    @Resource
    SessionContext session;

    /**
     * Jobs, newest first.
     *
     * @throws EJBAccessException when a user without an administrator's role asks for everybody's
     */
    public Page<JobRow> page(@Valid JobQuery query) {
        Onlooker onlooker = onlooker();
        if (query.everybody() && !onlooker.administrator()) {
            throw new EJBAccessException("everybody's jobs are for administrators");
        }
        if (!query.everybody() && onlooker.mailbox().isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        return desk.page(onlooker, query);
    }

    /** How many jobs are in each state that is not finished; a state that none is in is absent. */
    @RolesAllowed({"km-admin", "mailbox-admin"})
    public Map<JobState, Long> open() {
        return desk.open();
    }

    /** @throws NoSuchJob when there is none that the caller may see */
    public JobExplanation explain(long job) {
        return desk.explain(onlooker(), job);
    }

    /**
     * Does what was clicked.
     *
     * @throws NoSuchJob when there is none that the caller may see
     * @throws org.sealpost.model.WrongJobState when the job has moved on meanwhile
     * @throws EJBAccessException when the choice is its sender's alone
     */
    @Audited(Act.STEER_JOB)
    public void choose(long job, @NotNull JobChoice choice) {
        desk.choose(onlooker(), job, choice);
    }

    private Onlooker onlooker() {
        return new Onlooker(
                directory.byLogin(caller.name()).map(DirectoryEntry::id),
                session.isCallerInRole("km-admin") || session.isCallerInRole("mailbox-admin"));
    }
}
