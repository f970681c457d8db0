/// Small changes to rules, to see whether unit tests notice.
@NullMarked
package dev.firedrill.rules.test.mutation;

import org.jspecify.annotations.NullMarked;
