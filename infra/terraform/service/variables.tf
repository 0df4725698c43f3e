variable "stage" {
  description = "Which deployment this is. Every name carries it."
  type        = string

  validation {
    condition     = contains(["qa", "production"], var.stage)
    error_message = "The stage is qa or production."
  }
}

variable "region" {
  description = "AWS region of everything but CloudFront, which has none."
  type        = string
  default     = "us-west-2"
}

variable "token_sha256" {
  description = "SHA-256 of the bearer token; the token itself is never given to AWS."
  type        = string

  validation {
    condition     = can(regex("^[0-9a-f]{64}$", var.token_sha256))
    error_message = "A SHA-256 is 64 lower-case hexadecimal digits; without one the ledger would be open to everybody."
  }
}

variable "alarm_topic" {
  description = "ARN of the topic that alarms are sent to, output alarms_topic of the app root. Empty: nobody is notified."
  type        = string
  default     = ""
}

variable "boundary" {
  description = "ARN of the permissions boundary, output boundary of the bootstrap root. Empty sets none."
  type        = string
  default     = ""
}

locals {
  name = "payweek-service-${var.stage}"
  port = 8000
}
