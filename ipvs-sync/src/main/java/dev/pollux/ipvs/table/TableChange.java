package dev.pollux.ipvs.table;

/** What one line of ipvsadm changes. Its text form is that line. */
public sealed interface TableChange permits Command, LocalAddressChange {}
