/**
 * The interface for programs, under {@code /api/v1}. Each resource is as thin as a page: it translates between JSON and a
 * bean's verbs, and every refusal leaves as a problem of RFC 9457.
 */
@NullMarked
package org.sealpost.web.api;

import org.jspecify.annotations.NullMarked;
