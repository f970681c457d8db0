/// Work spread over threads. It stands in this module since every other one reaches it.
@NullMarked
package dev.firedrill.parallel;

import org.jspecify.annotations.NullMarked;
