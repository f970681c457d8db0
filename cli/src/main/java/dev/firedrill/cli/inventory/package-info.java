/// What rules there are: their names, labels, dependencies and receivers, as far as the files tell.
@NullMarked
package dev.firedrill.cli.inventory;

import org.jspecify.annotations.NullMarked;
