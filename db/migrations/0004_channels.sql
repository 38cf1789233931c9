CREATE TABLE "channel_choices" (
	"scope" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "channel_choices_scope_subject_pk" PRIMARY KEY("scope","subject")
);
--> statement-breakpoint
CREATE TABLE "media_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"media_id" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "instead_of" bigint;--> statement-breakpoint
ALTER TABLE "media_links" ADD CONSTRAINT "media_links_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_instead_of_outbox_id_fk" FOREIGN KEY ("instead_of") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_instead_of" ON "outbox" USING btree ("instead_of");