package dev.pollux.ipvs.table;

/** What becomes of services that others have put into the kernel's table. */
public enum ForeignServices {
    /** They are not ours to touch. */
    LEAVE,
    /** {@code lvs_flush}: the table is ours alone. */
    DELETE
}
