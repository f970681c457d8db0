/// For tests only: golden files and command-line scenarios. Knows no other module.
@NullMarked
package dev.firedrill.testkit;

import org.jspecify.annotations.NullMarked;
