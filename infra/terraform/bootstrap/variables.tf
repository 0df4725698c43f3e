variable "region" {
  description = "AWS region of everything."
  type        = string
  default     = "us-west-2"
}

variable "repository" {
  description = <<-EOT
    The GitHub repository as its tokens name it: OWNER@OWNER_ID/NAME@NAME_ID for repositories made since 15 July 2026,
    OWNER/NAME for older ones. docs/OPERATIONS.md says how to look it up.
  EOT
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+(@[0-9]+)?/[A-Za-z0-9._-]+(@[0-9]+)?$", var.repository))
    error_message = "One repository and no wildcard: OWNER@ID/NAME@ID, or OWNER/NAME."
  }
}

variable "budget" {
  description = "US dollars a month; half of it and all of it are mailed."
  type        = number
  default     = 10
}

variable "email" {
  description = "Who is mailed when the budget is used up."
  type        = string

  validation {
    condition     = strcontains(var.email, "@")
    error_message = "A budget alarm that reaches nobody is none."
  }
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  stages  = toset(["qa", "production"])
}
