-- The running number of certificates. A number that was drawn and not used is a gap, never a second holder.
CREATE SEQUENCE certificate_serial;
