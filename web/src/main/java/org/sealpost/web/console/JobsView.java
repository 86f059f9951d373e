package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.jobs.JobChoice;
import org.sealpost.jobs.JobExplanation;
import org.sealpost.jobs.JobQuery;
import org.sealpost.jobs.JobRow;
import org.sealpost.jobs.JobService;
import org.sealpost.model.JobState;
import org.sealpost.web.PagedList;
import org.sealpost.web.Person;
import org.sealpost.web.Texts;

/** The jobs page: what is on its way, why it waits, and what can be done about it. */
@Named
@ViewScoped
public class JobsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    @Inject
    JobService jobs;

    @Inject
    Person person;

    @Inject
    Texts texts;

    private final PagedList<JobRow> list =
            new PagedList<>(key -> jobs.page(new JobQuery(isEverybody(), Optional.ofNullable(getState()), key, ROWS)));
    private boolean everybody;
    private @Nullable JobState state;
    private transient @Nullable JobExplanation explained;

    /** Shows everybody's jobs to those who look after them, and his own to everyone else. */
    public void load() {
        everybody = person.isJobAdministrator();
        list.restart();
    }

    /** Looks again with what the fields say. */
    public void search() {
        list.restart();
    }

    /**
     * Opens the explanation of one job.
     *
     * @param job its number
     */
    public void explain(long job) {
        explained = jobs.explain(job);
    }

    /**
     * Does what was clicked, and shows what came of it.
     *
     * @param job the job's number
     * @param choice what was clicked
     */
    public void choose(long job, JobChoice choice) {
        jobs.choose(job, choice);
        explained = null;
        list.reload();
        texts.done("jobs.done." + choice);
    }

    /** The jobs found. */
    public PagedList<JobRow> getList() {
        return list;
    }

    /** The job whose explanation is open; null when none is. */
    public @Nullable JobExplanation getExplained() {
        return explained;
    }

    /** What can be clicked at the open job, in the order of the buttons. */
    public List<JobChoice> getChoices() {
        return explained == null
                ? List.of()
                : explained.job().choices().stream().sorted().toList();
    }

    /** Every state there is, to choose from. */
    public JobState[] getStates() {
        return JobState.values();
    }

    public boolean isEverybody() {
        return everybody;
    }

    public void setEverybody(boolean everybody) {
        this.everybody = everybody;
    }

    public @Nullable JobState getState() {
        return state;
    }

    public void setState(@Nullable JobState state) {
        this.state = state;
    }
}
