ALTER TABLE `entries` ADD `latitude` real;--> statement-breakpoint
ALTER TABLE `entries` ADD `longitude` real;--> statement-breakpoint
CREATE INDEX `entries_position` ON `entries` (`latitude`,`longitude`) WHERE "entries"."latitude" is not null;