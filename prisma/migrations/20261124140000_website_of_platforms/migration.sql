-- AlterTable
ALTER TABLE "platform" ADD COLUMN     "website" TEXT;

-- What was written at the application counts for platforms too.
UPDATE platform SET website = a.website FROM partner_application a
WHERE a.kind = 'platform' AND a.status = 'approved' AND a.owner_slug = platform.slug;
