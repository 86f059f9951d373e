/**
 * Messages on their way from Send to the mailboxes.
 * Guards the rules that a job is never lost and never delivered twice, and that a message which can no longer be
 * sealed to everybody waits for its sender: never silently plain, never silently dropped.
 */
@NullMarked
package org.sealpost.jobs;

import org.jspecify.annotations.NullMarked;
