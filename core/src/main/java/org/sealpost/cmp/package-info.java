/**
 * Messages of the Certificate Management Protocol (RFC 9810, in the profile of RFC 9483): read, checked and answered.
 * Guards the rules that nothing foreign is looked at unbounded or unguarded, and that a message counts for nothing before
 * its protection was checked.
 */
@NullMarked
package org.sealpost.cmp;

import org.jspecify.annotations.NullMarked;
