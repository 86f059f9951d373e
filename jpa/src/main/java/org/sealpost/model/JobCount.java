package org.sealpost.model;

/** How many jobs are in a state. */
public record JobCount(JobState state, long jobs) {}
