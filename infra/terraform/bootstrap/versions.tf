terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # Exact, because no lock file is kept: what the checks ran against is what gets applied.
      version = "= 5.100.0"
    }
  }

  # No backend: this root makes the bucket that others keep their state in. Keep its own state file, or import the six
  # resources again if it is lost.
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      project = "payweek"
    }
  }
}
