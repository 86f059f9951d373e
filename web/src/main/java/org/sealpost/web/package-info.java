/**
 * What every page and every programmatic door shares: who is asking, texts and moments in the reader's language, and the
 * one place where a refusal of the domain becomes words. No page carries a rule of its own.
 */
@NullMarked
package org.sealpost.web;

import org.jspecify.annotations.NullMarked;
