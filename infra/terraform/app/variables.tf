variable "stage" {
  description = "Which deployment this is. Every name carries it, except in production."
  type        = string

  validation {
    condition     = contains(["qa", "production"], var.stage)
    error_message = "The stage is qa or production."
  }
}

variable "region" {
  description = "AWS region of the bucket, its metrics and the dashboard."
  type        = string
  default     = "us-west-2"
}

variable "alarm_email" {
  description = "Address that alarms are mailed to; AWS asks it to confirm once. Empty: nobody is mailed."
  type        = string
  default     = ""
}

locals {
  # Dashboard and alarm names are unique in an account, so two stages in one account need two names.
  suffix = var.stage == "production" ? "" : "-${var.stage}"
}
