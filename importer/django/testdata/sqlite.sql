-- As Django's migrations make it on SQLite.
CREATE TABLE "users_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL,
  "is_superuser" bool NOT NULL, "first_name" varchar(150) NOT NULL, "last_name" varchar(150) NOT NULL, "is_staff" bool NOT NULL,
  "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, "email" varchar(254) NOT NULL UNIQUE);
CREATE TABLE "tasks_customer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "telegram_id" bigint NULL UNIQUE, "phone" varchar(128) NOT NULL UNIQUE,
  "name" varchar(255) NULL, "created_at" datetime NOT NULL);
CREATE TABLE "tasks_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(20) NOT NULL, "category" varchar(20) NOT NULL,
  "description" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "closed_at" datetime NULL,
  "customer_id" bigint NULL REFERENCES "tasks_customer" ("id") DEFERRABLE INITIALLY DEFERRED,
  "employee_id" bigint NULL REFERENCES "users_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX "tasks_task_customer_id_1" ON "tasks_task" ("customer_id");
